import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { linking, linkingLines } from './linking.ts'
import { paperUrl } from './paper-line.ts'
import { blocks, counted, firstOf, instant, link, shortened, text, votes } from './text.ts'

/** The fields of the page of a paper. */
export const paperDetails = graphql(
  `
  fragment PaperDetails on Paper {
    paperId
    title
    abstract
    aiSummary { text model }
    keywordNames
    authorNames
    publishedAt
    withdrawnAt
    featuredOn
    dayRank
    days { date paperCount }
    upvotes
    comments
    organization { name fullName }
    submitter { username fullName }
    code { url stars }
    projectPage
    links { arxiv pdf huggingFace }
    ...Linking
    history(last: 60) { at value }
    similar(first: 5) {
      paper { paperId title featuredOn upvotes code { url } }
      sharedKeywords { name }
    }
  }
`,
  [linking],
)

export type PaperDetails = ResultOf<typeof paperDetails>

/** Length limits of its parts. */
export interface Sizes {
  authors: number
  /** Characters of the abstract. */
  abstract: number
  /** Models, datasets and Spaces, of each kind. */
  linking: number
}

const POINTS = 6

/** The first, the last, and a few points between, oldest first. */
export function pointsOf({ history }: PaperDetails): PaperDetails['history'] {
  if (history.length <= POINTS) return history
  const step = (history.length - 1) / (POINTS - 1)
  return Array.from({ length: POINTS }, (_, i) => history[Math.round(i * step)]).filter(
    point => point !== undefined,
  )
}

function factsOf(paper: PaperDetails, most: number): string[] {
  const { upvotes, comments, dayRank, days, organization, submitter, code, projectPage, links } = paper
  const [first, ...again] = days
  const rank =
    first && dayRank !== null ? `, no. ${dayRank} of ${counted(first.paperCount, 'paper')} of its day` : ''
  const facts = [
    `${votes(upvotes)}${rank}${comments === null ? '' : `; ${counted(comments, 'comment')}`}`,
    `Featured on ${paper.featuredOn}${again.map(({ date }) => `, again on ${date}`).join('')}; on arXiv since ${paper.publishedAt.slice(0, 10)}`,
    paper.withdrawnAt && `**Withdrawn** on ${paper.withdrawnAt.slice(0, 10)}`,
    organization &&
      `Organization: ${text(organization.fullName ?? organization.name)} (${organization.name})`,
    submitter && `Submitted by ${text(submitter.fullName ?? submitter.username)} (${submitter.username})`,
    code && `Code: ${code.url}${code.stars === null ? '' : ` ★ ${code.stars}`}`,
    projectPage && `Project page: ${projectPage}`,
    ...linkingLines(paper, most),
    `Links: [arXiv](${links.arxiv}), [PDF](${links.pdf}), [Hugging Face](${links.huggingFace})`,
  ]
  return facts.filter(fact => fact !== null)
}

function similarTo({ similar }: PaperDetails, site: string): string | null {
  if (!similar?.length) return null
  const lines = similar.map(({ paper, sharedKeywords }) => {
    const shared = sharedKeywords.map(({ name }) => text(name)).join(', ')
    return `- ${link(paper.title, paperUrl(site, paper.paperId))} · ${votes(paper.upvotes)} · ${paper.featuredOn}${paper.code ? ` · [code](${paper.code.url})` : ''}${shared && ` · shares ${shared}`}`
  })
  return `## Similar papers\n\n${lines.join('\n')}`
}

function votesOver(paper: PaperDetails): string | null {
  const points = pointsOf(paper)
  if (points.length < 2) return null
  return `Votes over time: ${points.map(({ at, value }) => `${value ?? 'unknown'} (${instant(at)})`).join(' → ')}`
}

/** A paper as Markdown, for people and assistants. */
export function paperMarkdown(paper: PaperDetails, site: string, sizes: Sizes): string {
  const { authors, abstract } = sizes
  const { aiSummary, authorNames, keywordNames } = paper
  const cut = paper.abstract.length > abstract
  return blocks(
    `# ${text(paper.title)}`,
    `${paperUrl(site, paper.paperId)}`,
    `${counted(authorNames.length, 'author')}: ${text(firstOf(authorNames, authors))}`,
    factsOf(paper, sizes.linking)
      .map(fact => `- ${fact}`)
      .join('\n'),
    votesOver(paper),
    aiSummary && `## Summary, by ${aiSummary.model ?? 'a model'}\n\n${text(aiSummary.text)}`,
    `## Abstract${cut ? ', the beginning' : ''}\n\n${text(shortened(paper.abstract, abstract))}`,
    keywordNames.length > 0 && `Keywords, by a model: ${text(keywordNames.join(', '))}`,
    similarTo(paper, site),
  )
}
