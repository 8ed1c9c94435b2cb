import type { ResultOf } from 'gql.tada'
import { z } from 'zod'
import { graphql } from '../graph/graphql.ts'
import { firstOf, link, shortened, text, votes } from './text.ts'

/** The fields of a paper in a list. None needs an extra read. */
export const paperLine = graphql(`
  fragment PaperLine on Paper {
    paperId
    title
    featuredOn
    upvotes
    authorNames
    organization { name fullName }
    code { url stars }
  }
`)

export type PaperLine = ResultOf<typeof paperLine>

const FIRST_AUTHORS = 3

/** The same as data. */
export const listedPaper = z.object({
  paperId: z.string(),
  title: z.string(),
  featuredOn: z.string(),
  upvotes: z.int().nullable(),
  authors: z.array(z.string()),
  authorCount: z.int(),
  organization: z.string().nullable(),
  code: z.string().nullable(),
  stars: z.int().nullable(),
})

export const toListed = ({
  paperId,
  title,
  featuredOn,
  upvotes,
  authorNames,
  organization,
  code,
}: PaperLine) => ({
  paperId,
  title,
  featuredOn,
  upvotes,
  authors: authorNames.slice(0, FIRST_AUTHORS),
  authorCount: authorNames.length,
  organization: organization && (organization.fullName ?? organization.name),
  code: code?.url ?? null,
  stars: code?.stars ?? null,
})

export const paperUrl = (site: string, paperId: string): string => `${site}/papers/${paperId}`

const codeText = ({ url, stars }: NonNullable<PaperLine['code']>): string =>
  stars === null ? `[code](${url})` : `[code](${url}) ★ ${stars}`

/** A paper on one line. `own` parts follow its votes. */
export function lineOf(paper: PaperLine, site: string, own: readonly (string | null)[] = []): string {
  const { organization, code, authorNames } = paper
  const parts = [
    link(paper.title, paperUrl(site, paper.paperId)),
    votes(paper.upvotes),
    ...own,
    organization && text(organization.fullName ?? organization.name),
    code && codeText(code),
    text(firstOf(authorNames, FIRST_AUTHORS)),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** A summary under a line. */
export const under = (summary: string): string => `\n   ${text(shortened(summary, 300))}`

/** Lines as a list, numbered on the first page. Later pages have bullets, because a number would not be the rank. */
export const listOf = (lines: readonly string[], isFirstPage = true): string =>
  lines.map((line, i) => `${isFirstPage ? `${i + 1}.` : '-'} ${line}`).join('\n')
