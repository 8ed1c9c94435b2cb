import type { MailedPaper } from '../papers/mailed-papers.ts'
import { counted } from './words.ts'

const GIST_LENGTH = 280

/** The first authors of a paper: `Ada Example, Bo Example and 7 more`. */
function authorsOf({ authors: { nodes, totalCount } }: MailedPaper): string | null {
  if (!nodes.length) return null
  const names = nodes.map(({ name }) => name).join(', ')
  const more = (totalCount ?? nodes.length) - nodes.length
  return more > 0 ? `${names} and ${more} more` : names
}

/** The page of a paper on the site that sends the mail. */
export const pageOf = (paperId: string, site: string): string => `${site}/papers/${paperId}`

/** What is said of a paper in a line, besides its votes. What is unknown is left out. */
export function factsOf(paper: MailedPaper): string[] {
  const { comments, organization } = paper
  return [
    comments ? counted(comments, 'comment') : null,
    organization ? (organization.fullName ?? organization.name) : null,
    authorsOf(paper),
  ].filter(fact => fact !== null)
}

/** What a paper is about: the model's summary, or the beginning of the abstract. Cut between words. */
export function gist({ aiSummary, abstract }: MailedPaper): string {
  const text = (aiSummary?.text ?? abstract).trim()
  if (text.length <= GIST_LENGTH) return text
  return `${text.slice(0, GIST_LENGTH).replace(/[\s,;:.]*\S*$/, '')} …`
}
