import type { NamedCount } from '../answer/paper-set.ts'
import type { Database } from '../sql/database.ts'
import * as sql from '../sql/neighbours.ts'
import type { Meaning } from './meaning.ts'

/** Authors who share papers with an author, most papers first. */
export const coauthorsOf = (database: Database, key: string, limit: number): NamedCount[] =>
  database.all(sql.coauthors, { key, limit })

export interface Similar {
  id: string
  /** Cosine of the two papers' directions: above 0, at most 1. */
  score: number
  /** In the spelling and order of the paper itself. */
  sharedKeywords: string[]
  sharedAuthors: string[]
}

/**
 * The papers closest in meaning to a paper, with shared keywords and authors. Empty when the snapshot lacks the
 * paper.
 */
export function similarTo(database: Database, meaning: Meaning, id: string, limit: number): Similar[] {
  const own = database.one<{ number: number }>(sql.numberOfPaper, { id })?.number
  const direction = own === undefined ? null : meaning.ofPaper(own)
  if (direction === null) return []
  const closeness = meaning.closeness(direction)
  const closest = [...closeness.keys()]
    .filter(number => number !== own && (closeness[number] as number) > 0)
    .sort((a, b) => (closeness[b] as number) - (closeness[a] as number) || b - a)
    .slice(0, limit)
  const names = (text: string, number: number): string[] =>
    database.all<{ name: string }>(text, { id, number }).map(({ name }) => name)
  return closest.map(number => ({
    id: database.one<{ id: string }>(sql.idOfPaper, { number })?.id as string,
    score: closeness[number] as number,
    sharedKeywords: names(sql.sharedKeywords, number),
    sharedAuthors: names(sql.sharedAuthors, number),
  }))
}
