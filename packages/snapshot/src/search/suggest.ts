import type { Database } from '../sql/database.ts'
import { matchOf, termsOf } from '../sql/query-text.ts'
import { suggestedNames, suggestedPapers } from '../sql/suggest.ts'
import type { NameKind, SearchKind } from './kind.ts'

/** A completion of a half-typed text. */
export interface Suggestion {
  kind: SearchKind
  /** The arXiv identifier of a paper, or the key of a name. */
  key: string
  /** The title of a paper, or the printed name. */
  text: string
  /** Number of papers with the name. 1 for a paper. */
  papers: number
}

/** A single letter is a prefix in nearly all titles. */
const SHORTEST_OF_TITLES = 2
/** Papers fill at most half of a list if there are enough names. */
const PAPERS_SHARE = 2
const kinds: readonly NameKind[] = ['author', 'keyword', 'organization']

/** Completions of a text whose last word may be half typed: names by number of papers, then papers by votes. */
export function suggest(
  database: Database,
  text: string,
  among: readonly SearchKind[],
  limit: number,
): Suggestion[] {
  const terms = termsOf(text).map((term, i, all) =>
    i === all.length - 1 && !term.isQuoted ? { ...term, isPrefix: true } : term,
  )
  const match = matchOf(terms)
  if (match === null || limit === 0) return []
  const names = kinds
    .filter(kind => among.includes(kind))
    .flatMap(kind =>
      database
        .all<Omit<Suggestion, 'kind'>>(suggestedNames(kind), { match, limit })
        .map(found => ({ ...found, kind })),
    )
    .sort((a, b) => b.papers - a.papers)
  const isLetter = terms.every(({ words }) => words.join('').length < SHORTEST_OF_TITLES)
  const papers =
    among.includes('paper') && !isLetter
      ? database
          .all<Omit<Suggestion, 'kind'>>(suggestedPapers, { match: `{title} : (${match})`, limit })
          .map((found): Suggestion => ({ ...found, kind: 'paper' }))
      : []
  const kept = Math.max(limit - papers.length, Math.ceil(limit / PAPERS_SHARE))
  const first = names.slice(0, kept)
  return [...first, ...papers.slice(0, limit - first.length)]
}
