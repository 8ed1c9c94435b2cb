import type { Database } from '../../../packages/snapshot/src/sql/database.ts'
import { type Described, papersWithEach, plainWords } from './meaning-sets.ts'

/** An author of more papers than this, or one beside more authors than this, says little of what a paper is about. */
const MANY_PAPERS = 20
const MANY_AUTHORS = 15
/** A word in at most this share of the papers says what a paper is about. */
const DISTINCTIVE = 0.1

/** Whether two papers share an author, all of whom have many papers or many co-authors, and no keyword and no distinctive word. */
export function weakTies(
  database: Database,
  papers: readonly Described[],
): (a: Described, b: Described) => boolean {
  const authors = new Map<string, string[]>()
  for (const { id, author } of database.all<{ id: string; author: string }>(
    'SELECT id, author FROM authorship JOIN paper USING (paper)',
  ))
    authors.set(id, [...(authors.get(id) ?? []), author])
  const papersOf = papersWithEach(authors.values())
  const words = new Map(
    papers.map(({ id, title, abstract }) => [id, new Set(plainWords(`${title} ${abstract}`))]),
  )
  const papersWith = papersWithEach(words.values())
  const isDistinctive = (word: string) => (papersWith.get(word) ?? 0) <= DISTINCTIVE * papers.length

  return (a, b) => {
    const [of, others] = [authors.get(a.id) ?? [], authors.get(b.id) ?? []]
    const shared = of.filter(author => others.includes(author))
    const isWeak = (author: string) =>
      (papersOf.get(author) ?? 0) > MANY_PAPERS || Math.max(of.length, others.length) > MANY_AUTHORS
    if (shared.length === 0 || !shared.every(isWeak)) return false
    if (a.keywords.some(keyword => b.keywords.includes(keyword))) return false
    return ![...(words.get(a.id) ?? [])].some(word => words.get(b.id)?.has(word) && isDistinctive(word))
  }
}
