import { keywordKey } from '@daily-papers/papers/names.ts'
import type { Database } from '../../../packages/snapshot/src/sql/database.ts'
import { wordsOf } from '../../../packages/snapshot/src/sql/words.ts'
import { seeded } from '../../days/seeded.ts'
import type { Wanted } from './measures.ts'

export interface Described {
  id: string
  title: string
  abstract: string
  summary: string | null
  keywords: string[]
}

export const plainWords = (text: string): string[] => wordsOf(text).map(({ word }) => word)

export function describedPapers(database: Database): Described[] {
  const rows = database.all<Omit<Described, 'keywords'> & { keywords: string }>(`
    SELECT id, title, abstract, ai_summary AS summary,
      (SELECT json_group_array(name) FROM paper_keyword AS k WHERE k.paper = paper.paper) AS keywords
    FROM paper JOIN paper_text USING (paper) ORDER BY id`)
  return rows.map(row => ({
    ...row,
    keywords: [...new Set((JSON.parse(row.keywords) as string[]).map(keywordKey))],
  }))
}

/** Keywords of at most this share of the papers are rare enough to say that two papers are related. */
const RARE = 0.01

/** Queries made from the data by chance, none picked by hand. */
export function meaningSets(papers: readonly Described[], seed: number, each: number) {
  const chance = seeded(seed)
  const shuffled = <T>(all: readonly T[]): T[] =>
    all
      .map(value => ({ value, at: chance() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value)
  const summarised = papers.filter(({ summary }) => summary && plainWords(summary).length > 8)
  const tagged = papers.filter(({ keywords }) => keywords.length >= 3)
  const withKeyword = new Map<string, Described[]>()
  for (const paper of papers)
    for (const keyword of paper.keywords)
      withKeyword.set(keyword, [...(withKeyword.get(keyword) ?? []), paper])
  const isRare = (keyword: string): boolean => (withKeyword.get(keyword)?.length ?? 0) <= RARE * papers.length

  const summaryWithoutTitle = ({ title, summary }: Described): string => {
    const ofTitle = new Set(plainWords(title))
    return plainWords(summary ?? '')
      .filter(word => !ofTitle.has(word))
      .join(' ')
  }
  const lacksWords = ({ title, abstract }: Described, keyword: string): boolean => {
    const words = new Set(plainWords(`${title} ${abstract}`))
    return !plainWords(keyword).every(word => words.has(word))
  }
  const relatedTo = (paper: Described): Set<string> => {
    const shared = new Map<string, number>()
    for (const keyword of paper.keywords.filter(isRare))
      for (const other of withKeyword.get(keyword) ?? [])
        if (other !== paper) shared.set(other.id, (shared.get(other.id) ?? 0) + 1)
    return new Set([...shared].filter(([, count]) => count >= 2).map(([id]) => id))
  }
  const some = (queries: readonly Wanted[]): Wanted[] =>
    queries.filter(({ wanted }) => wanted.size > 0).slice(0, each)
  const only = ({ id }: Described): Set<string> => new Set([id])
  return {
    summary: some(
      shuffled(summarised).map(paper => ({ query: summaryWithoutTitle(paper), wanted: only(paper) })),
    ),
    keywords: some(
      shuffled(tagged).map(paper => ({
        query: shuffled(paper.keywords).slice(0, 3).join(' '),
        wanted: only(paper),
      })),
    ),
    title: some(shuffled(papers).map(paper => ({ query: paper.title, wanted: only(paper) }))),
    hidden: some(
      shuffled([...withKeyword].filter(([, tagged]) => tagged.length >= 5)).map(([keyword, tagged]) => ({
        query: keyword,
        wanted: new Set(tagged.filter(paper => lacksWords(paper, keyword)).map(({ id }) => id)),
      })),
    ),
    related: some(
      shuffled(summarised)
        .slice(0, 3 * each)
        .map(paper => ({ query: paper.summary ?? '', wanted: relatedTo(paper) })),
    ),
    neighbours: shuffled(tagged).slice(0, each),
  }
}

/** How much two papers are about the same: the rarer the keywords that they share, the more. From 0 to 1. */
export function keywordOverlap(papers: readonly Described[]): (a: Described, b: Described) => number {
  const counts = papersWithEach(papers.map(({ keywords }) => keywords))
  const rarity = (keyword: string): number => Math.log(papers.length / (counts.get(keyword) ?? 1))
  const total = (keywords: Iterable<string>): number =>
    [...keywords].reduce((sum, one) => sum + rarity(one), 0)
  return (a, b) => {
    const all = total(new Set([...a.keywords, ...b.keywords]))
    const shared = total(a.keywords.filter(keyword => b.keywords.includes(keyword)))
    return all === 0 ? 0 : shared / all
  }
}

/** Of some papers' words, keywords or authors, the number of papers that have each. */
export function papersWithEach(lists: Iterable<Iterable<string>>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const list of lists) for (const one of new Set(list)) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
