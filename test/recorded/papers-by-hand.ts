import { parseDay } from '@daily-papers/ingest/parse.ts'
import { accountKey, authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import type { Day, Entry } from '@daily-papers/papers/paper.ts'
import { heat } from '@daily-papers/papers/trending.ts'
import { termsOf } from '../../packages/snapshot/src/sql/query-text.ts'
import { spellingsOf, wordsOf } from '../../packages/snapshot/src/sql/words.ts'
import type { Corpus } from '../days/corpus.ts'

/** A paper put together from all days of a corpus, without the table or the snapshot. */
export interface PaperByHand {
  id: string
  days: Day[]
  latest: Entry
  keywords: Set<string>
  authors: Set<string>
  organization: string | null
  submitters: Set<string>
  /** The words of each of its texts, of which every keyword and every name is one. */
  texts: string[][]
}

export function papersByHand(corpus: Corpus): PaperByHand[] {
  const entries = new Map<string, Entry[]>()
  for (const day of corpus.days) {
    for (const { entry } of parseDay([...corpus.entriesOn(day)], day).entries)
      entries.set(entry.description.id, [...(entries.get(entry.description.id) ?? []), entry])
  }
  return [...entries].map(([id, all]) => paperOf(id, all))
}

function paperOf(id: string, all: readonly Entry[]): PaperByHand {
  const latest = all.at(-1) as Entry
  const { title, abstract, aiSummary, keywords, authors, organization } = latest.description
  const words = (text: string) => wordsOf(text).map(({ word }) => word)
  return {
    id,
    days: all.map(({ featuring }) => featuring.day),
    latest,
    keywords: new Set(keywords.map(keywordKey)),
    authors: new Set(authors.map(({ name }) => authorKey(name))),
    organization: organization && organizationKey(organization.name),
    submitters: new Set(
      all.flatMap(({ featuring }) => (featuring.submitter ? [accountKey(featuring.submitter.username)] : [])),
    ),
    texts: [
      words(title),
      words(abstract),
      words(aiSummary?.text ?? ''),
      ...keywords.map(words),
      ...authors.flatMap(({ name }) => spellingsOf(name).map(words)),
      words(organization?.name ?? ''),
      words(organization?.fullName ?? ''),
    ],
  }
}

/** Whether each word or phrase of a query stands in one of the paper's texts. */
export function hasWords({ texts }: PaperByHand, query: string): boolean {
  const terms = termsOf(query)
  if (terms.length === 0) return false
  const begins = (word: string | undefined, start: string): boolean => word?.startsWith(start) === true
  return terms.every(({ words, isPrefix }) =>
    texts.some(text =>
      text.some(
        (_, at) =>
          words.every((word, n) =>
            isPrefix && n === words.length - 1 ? begins(text[at + n], word) : text[at + n] === word,
          ) ||
          (isPrefix && words.length === 2 && text[at] === words.join('')),
      ),
    ),
  )
}

export type Order = 'FEATURED_ON' | 'PUBLISHED_AT' | 'UPVOTES' | 'TRENDING'

/** Papers in an order, descending, ties by id; by the feed's day, on the first of their days in the range. */
export function inOrder(papers: readonly PaperByHand[], order: Order, from: Day, to: Day): PaperByHand[] {
  const value = ({ days, latest }: PaperByHand): string | number => {
    const { upvotes } = latest.counters
    if (order === 'UPVOTES') return upvotes ?? -1
    if (order === 'PUBLISHED_AT') return latest.description.publishedAt
    if (order === 'TRENDING') return Number(heat(upvotes, days[0] ?? '').toFixed(6))
    return days.find(day => day >= from && day <= to) ?? ''
  }
  const keyed = papers.map(paper => ({ paper, value: value(paper) }))
  keyed.sort((a, b) =>
    a.value === b.value ? (a.paper.id < b.paper.id ? 1 : -1) : a.value < b.value ? 1 : -1,
  )
  return keyed.map(({ paper }) => paper)
}

/** Keys with how many papers have each, most first, ties by key. */
export function countedBy(
  papers: readonly PaperByHand[],
  keysOf: (paper: PaperByHand) => Iterable<string>,
): [string, number][] {
  const counts = new Map<string, number>()
  for (const paper of papers) for (const key of keysOf(paper)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}
