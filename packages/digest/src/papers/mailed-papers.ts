import type { Day } from '../when/rhythm.ts'
import type { Ask } from './ask.ts'
import { plainText } from './plain-text.ts'

/** A paper as a mail shows it. */
export interface MailedPaper {
  paperId: string
  featuredOn: Day
  /** Without LaTeX, as are summary and abstract. */
  title: string
  /** Null when unknown. */
  upvotes: number | null
  comments: number | null
  aiSummary: { text: string } | null
  abstract: string
  /** The first of them. */
  authors: { nodes: { name: string }[]; totalCount: number | null }
  organization: { fullName: string | null; name: string } | null
  links: { huggingFace: string; pdf: string }
  code: { url: string } | null
}

/** The papers of one mail. */
export type MailedPapers = [MailedPaper, ...MailedPaper[]]

const PAPERS = /* GraphQL */ `
  query DigestPapers($refs: [String!]!) {
    papersByRef(refs: $refs) {
      paperId
      featuredOn
      title
      upvotes
      comments
      aiSummary { text }
      abstract
      authors(first: 3) { nodes { name } totalCount }
      organization { fullName name }
      links { huggingFace pdf }
      code { url }
    }
  }
`

/** The most papers of one request. */
const AT_ONCE = 25

const byVotes = (a: MailedPaper, b: MailedPaper): number =>
  (b.upvotes ?? -1) - (a.upvotes ?? -1) || (a.paperId < b.paperId ? 1 : -1)

const withoutLatex = (paper: MailedPaper): MailedPaper => ({
  ...paper,
  title: plainText(paper.title),
  abstract: plainText(paper.abstract),
  aiSummary: paper.aiSummary && { text: plainText(paper.aiSummary.text) },
})

/** Papers by their ids, most upvotes first. A paper that no longer exists is left out. */
export async function mailedPapers(ask: Ask, ids: readonly string[]): Promise<MailedPaper[]> {
  const papers: MailedPaper[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const refs = ids.slice(start, start + AT_ONCE)
    const { papersByRef } = await ask<{ papersByRef: (MailedPaper | null)[] }>(PAPERS, { refs })
    papers.push(...papersByRef.filter(paper => paper !== null).map(withoutLatex))
  }
  return papers.sort(byVotes)
}
