import { paperIdFrom } from '@daily-papers/papers/arxiv.ts'
import { conditionsOf, type PaperFilter } from '../answer/filter.ts'
import type { Database } from '../sql/database.ts'
import { matchOf, type Term, termsOf, wordsIn } from '../sql/query-text.ts'
import { paperById } from '../sql/search.ts'
import { type AllWords, papersWithAllWords, type SearchOrder } from './all-words.ts'
import { closestPapers } from './closest.ts'
import { CLOSE } from './fuse.ts'
import type { Direction, Meaning } from './meaning.ts'
import { corrected, spellingsOfPapers } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Why a paper is in the list: the query is its identifier, it has words of the query, it is close in meaning, or both
 * of the last two.
 */
export type Reason = 'identifier' | 'words' | 'meaning' | 'both'

export interface PaperHit {
  number: number
  reason: Reason
  hasAllWords: boolean
}

export interface FoundPapers {
  /** The terms that were searched, after spelling correction. */
  terms: Term[]
  /** The query with its misspelled words replaced. Null when nothing was replaced. */
  correctedText: string | null
  /** The numbers of the papers with all words, in no order. */
  numbers: readonly number[]
  /**
   * These papers and, by relevance, the closest other papers. The second part is computed only when a page reaches
   * it.
   */
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
    const hitOf = (number: number): PaperHit => ({ number, reason: 'identifier', hasAllWords: true })
    return {
      terms: [],
      correctedText: null,
      ...listOf({ numbers: [identified.number], first: () => [identified.number] }, hitOf, () => []),
    }
  }
  const withAll = (terms: readonly Term[]): AllWords =>
    papersWithAllWords(database, vocabulary, terms, conditions, order)
  const asked = withAll(termsOf(text))
  const correctedText =
    asked.numbers.length > 0 ? null : corrected(text, spellingsOfPapers(database, vocabulary))
  const terms = termsOf(correctedText ?? text)
  const found = correctedText === null ? asked : withAll(terms)
  let known: Direction | null | undefined
  const direction = (): Direction | null => {
    if (known === undefined) known = meaning.ofWords(wordsIn(terms))
    return known
  }
  const hitOf = (number: number): PaperHit => ({
    number,
    hasAllWords: true,
    get reason() {
      const asked = direction()
      return asked && meaning.cosine(asked, number) >= CLOSE ? 'both' : 'words'
    },
  })
  const continuation = (): PaperHit[] => {
    if (order !== 'relevance' || matchOf(terms) === null) return []
    const hasAll = new Set(found.numbers)
    const asked = direction()
    const closeness = asked && meaning.closeness(asked)
    return closestPapers(database, vocabulary, terms, conditions, closeness)
      .filter(({ number }) => !hasAll.has(number))
      .map(({ number, hasWords, isClose }) => ({
        number,
        hasAllWords: false,
        reason: !hasWords ? 'meaning' : isClose ? 'both' : 'words',
      }))
  }
  return { terms, correctedText, ...listOf(found, hitOf, continuation) }
}

function listOf(
  { numbers, first }: AllWords,
  hitOf: (number: number) => PaperHit,
  continuation: () => PaperHit[],
): Pick<FoundPapers, 'numbers' | 'length' | 'read'> {
  let closest: readonly PaperHit[] | undefined
  const rest = (): readonly PaperHit[] => {
    closest ??= continuation()
    return closest
  }
  const read = (offset: number, limit: number): readonly PaperHit[] => {
    const known = first(offset + limit)
      .slice(offset, offset + limit)
      .map(hitOf)
    const wanted = limit - known.length
    if (wanted === 0) return known
    const from = Math.max(0, offset - numbers.length)
    return [...known, ...rest().slice(from, from + wanted)]
  }
  return { numbers, length: () => numbers.length + rest().length, read }
}
