import { authorKey } from '@daily-papers/papers/names.ts'
import type { Database } from '../sql/database.ts'
import type { Term } from '../sql/query-text.ts'
import { papersByName, papersOfOrganization } from '../sql/search.ts'
import { wordsOf } from '../sql/words.ts'

/**
 * Papers by an author or organization that the query names, each with its tier. 0: the author's name is the query. 1:
 * the organization's name is the query. 2: an author's name contains the words in sequence.
 */
export function namedFirst(database: Database, terms: readonly Term[]): Map<number, number> {
  const words = terms.flatMap(term => term.words)
  const tiers = new Map<number, number>()
  if (words.length === 0) return tiers
  const name = words.join(' ')
  const phrase = `"${name}"`
  // A single word may be the surname of many, or no name at all.
  const byName =
    words.length < 2
      ? []
      : database.all<{ number: number; isExact: number }>(papersByName, {
          phrase,
          authorKey: authorKey(name),
        })
  for (const { number, isExact } of byName) tiers.set(number, isExact ? 0 : 2)
  const isName = (text: string | null): boolean =>
    text !== null &&
    wordsOf(text)
      .map(({ word }) => word)
      .join(' ') === name
  const ofOrganization = database.all<{ number: number; key: string; fullName: string | null }>(
    papersOfOrganization,
    { phrase },
  )
  for (const { number, key, fullName } of ofOrganization)
    if ((isName(key) || isName(fullName)) && tiers.get(number) !== 0) tiers.set(number, 1)
  return tiers
}
