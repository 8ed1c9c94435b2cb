import { paperIdFrom } from '@daily-papers/papers/arxiv.ts'
import { conditionsOf, type PaperFilter } from '../answer/filter.ts'
import type { Database } from '../sql/database.ts'
import { matchOf, type Term, termsOf, wordsIn } from '../sql/query-text.ts'
import { paperById } from '../sql/search.ts'
import { papersWithAllWords, type SearchOrder } from './all-words.ts'
import { closestPapers } from './closest.ts'
import { CLOSE } from './fuse.ts'
import type { Meaning } from './meaning.ts'
import { corrected } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why a paper is in the list: it is the one that the query identifies, has words of it, is close in meaning, or both. */
export type Reason = 'identifier' | 'words' | 'meaning' | 'both'

export interface PaperHit {
  number: number
  reason: Reason
  hasAllWords: boolean
}

export interface FoundPapers {
  /** What was searched for, corrected words included. */
  terms: Term[]
  /** The query with its misspelled words replaced; null when it is searched as it is. */
  correctedText: string | null
  /** The numbers of the papers with all words. */
  numbers: readonly number[]
  /** Those papers and, by relevance, what comes closest after them. The second is looked for only when it is reached. */
  length(): number
  read(offset: number, limit: number): readonly PaperHit[]
}

export interface SearchParts {
  database: Database
  meaning: Meaning
  vocabulary: Vocabulary
}

/** Finds the papers of any text; never fails. */
export function findPapers(
  { database, meaning, vocabulary }: SearchParts,
  text: string,
  filter: PaperFilter,
  order: SearchOrder,
): FoundPapers {
  const conditions = conditionsOf(filter)
  const { where, parameters } = conditions
  const id = paperIdFrom(text)
  const identified = id && database.one<{ number: number }>(paperById(where), { ...parameters, id })
  if (identified) {
    const hit: PaperHit = { ...identified, reason: 'identifier', hasAllWords: true }
    return { terms: [], correctedText: null, ...listOf([hit], () => []) }
  }
  const withAll = (terms: readonly Term[]): number[] =>
    papersWithAllWords(database, vocabulary, terms, conditions, order)
  const asked = withAll(termsOf(text))
  const correctedText = asked.length > 0 ? null : corrected(database, vocabulary, text)
  const terms = termsOf(correctedText ?? text)
  const numbers = correctedText === null ? asked : withAll(terms)
  let closeness: Float32Array | null | undefined
  const near = (): Float32Array | null => {
    if (closeness !== undefined) return closeness
    const direction = meaning.ofWords(wordsIn(terms))
    closeness = direction && meaning.closeness(direction)
    return closeness
  }
  const known = numbers.map(
    (number): PaperHit => ({
      number,
      hasAllWords: true,
      get reason() {
        return (near()?.[number] ?? 0) >= CLOSE ? 'both' : 'words'
      },
    }),
  )
  const continuation = (): PaperHit[] => {
    if (order !== 'relevance' || matchOf(terms) === null) return []
    const hasAll = new Set(numbers)
    return closestPapers(database, vocabulary, terms, conditions, near())
      .filter(({ number }) => !hasAll.has(number))
      .map(({ number, hasWords, isClose }) => ({
        number,
        hasAllWords: false,
        reason: !hasWords ? 'meaning' : isClose ? 'both' : 'words',
      }))
  }
  return { terms, correctedText, ...listOf(known, continuation) }
}

function listOf(
  known: readonly PaperHit[],
  continuation: () => PaperHit[],
): Pick<FoundPapers, 'numbers' | 'length' | 'read'> {
  let whole: readonly PaperHit[] | undefined
  const all = (): readonly PaperHit[] => {
    whole ??= [...known, ...continuation()]
    return whole
  }
  return {
    numbers: known.map(({ number }) => number),
    length: () => all().length,
    read: (offset, limit) => (offset + limit <= known.length ? known : all()).slice(offset, offset + limit),
  }
}
