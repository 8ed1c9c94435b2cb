import * as sql from '../sql/counts.ts'
import type { Database, Parameters } from '../sql/database.ts'
import { countsOf, highest } from './columns.ts'
import type { Conditions } from './filter.ts'

/** Papers to be counted: those of a filter, or of a search. */
export interface Numbered {
  /** Their numbers in this file, found once. */
  numbers: () => readonly number[]
}

export type Papers = Conditions & Numbered

/** The one column `numbers` of the one row that a statement gives. */
export const numbersBy = (database: Database, statement: string, parameters: Parameters): number[] =>
  JSON.parse(database.one<{ numbers: string }>(statement, parameters)?.numbers ?? '[]')

export function papersOf(database: Database, { where, parameters }: Conditions): Papers {
  let found: readonly number[] | undefined
  const numbers = (): readonly number[] => {
    found ??= numbersBy(database, sql.numbersOf(where), parameters)
    return found
  }
  return { where, parameters, numbers }
}

export interface Counted {
  key: string
  name: string
  papers: number
}

/** What most of the papers have, most papers first. */
export function topOf(
  database: Database,
  kind: 'keyword' | 'organization',
  papers: Numbered,
  limit: number,
): Counted[] {
  const counted = JSON.stringify(highest(countsOf(database, kind, papers.numbers()), limit))
  return database.all(sql.named(kind), { counted, limit })
}

/** The years of the feed that the papers are of, newest first. */
export const yearsOf = (database: Database, papers: Numbered): { year: number; papers: number }[] =>
  highest(countsOf(database, 'year', papers.numbers()), Number.POSITIVE_INFINITY)
    .map(([year, papers]) => ({ year, papers }))
    .reverse()

export interface Summary {
  papers: number
  withCode: number
  withProjectPage: number
  withAiSummary: number
  authors: number
  keywords: number
  organizations: number
}

export function summaryOf(database: Database, papers: Papers): Summary {
  const { where, parameters, numbers } = papers
  const links = database.one<Pick<Summary, 'withCode' | 'withProjectPage' | 'withAiSummary'>>(
    sql.links(where),
    parameters,
  )
  if (!links) throw new Error('An aggregate without groups has always one row')
  const distinct = (name: 'author' | 'keyword' | 'organization'): number =>
    countsOf(database, name, numbers()).filter(count => count > 0).length
  return {
    ...links,
    papers: numbers().length,
    authors: distinct('author'),
    keywords: distinct('keyword'),
    organizations: distinct('organization'),
  }
}
