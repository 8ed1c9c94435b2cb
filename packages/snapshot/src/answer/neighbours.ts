import type { Database } from '../sql/database.ts'
import * as sql from '../sql/neighbours.ts'
import type { NamedCount } from './paper-set.ts'

/** Those who share papers with an author, most papers first. */
export const coauthorsOf = (database: Database, key: string, limit: number): NamedCount[] =>
  database.all(sql.coauthors, { key, limit })

export interface Similar {
  id: string
  score: number
  /** As the paper itself has them, in its order. */
  sharedKeywords: string[]
  sharedAuthors: string[]
}

/** Papers that share keywords or authors with a paper, and which; none for a paper that is not in the snapshot. */
export function similarTo(database: Database, id: string, limit: number): Similar[] {
  const found = database.all<{ number: number; id: string; score: number }>(sql.similar, { id, limit })
  const names = (text: string, number: number): string[] =>
    database.all<{ name: string }>(text, { id, number }).map(({ name }) => name)
  return found.map(({ number, id: other, score }) => ({
    id: other,
    score,
    sharedKeywords: names(sql.sharedKeywords, number),
    sharedAuthors: names(sql.sharedAuthors, number),
  }))
}
