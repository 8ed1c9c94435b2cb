import { once } from '@daily-papers/papers/once.ts'
import type { Database, Parameters } from '../sql/database.ts'
import * as sql from '../sql/paper-set.ts'
import { columnCounts, highest } from './columns.ts'
import { conditionsOf, type PaperFilter } from './filter.ts'
import { missingDays } from './missing-days.ts'
import { type Bucket, type Extent, timelineOf } from './timeline.ts'

/** A name with its number of papers. */
export interface NamedCount {
  key: string
  name: string
  papers: number
}

export interface YearCount {
  year: number
  papers: number
  /** Number of weekdays of the year that the table lacks. Above 0, the year may have more papers. */
  missingDays: number
}

/** Counts over papers by keyword, organization and year. */
export interface Facets {
  /** Most papers first, ties by key. */
  top(kind: 'keyword' | 'organization', limit: number): NamedCount[]
  /** The years in which the feed first featured the papers, newest first. */
  years(): YearCount[]
}

/** Number of papers with each thing. Papers for which it is unknown don't count. */
interface Having {
  withCode: number
  withModels: number
  withDatasets: number
  withSpaces: number
  withProjectPage: number
  withAiSummary: number
}

export interface Summary extends Having {
  papers: number
  authors: number
  keywords: number
  organizations: number
}

/** Distribution of a number over the papers that have it. Null values when no paper has one. */
export interface Distribution {
  known: number
  sum: number
  mean: number | null
  median: number | null
  max: number | null
}

/** The papers of a filter, with what can be counted about them. */
export interface PaperSet extends Facets {
  summary(): Summary
  distribution(of: keyof typeof sql.values): Distribution
  /** Number of papers in each period, by their first featured day. Has no gaps. */
  timeline(by: Bucket, between: Extent): ReturnType<typeof timelineOf>
}

/** The column `numbers` of the single row that a statement returns. */
export const numbersBy = (database: Database, statement: string, parameters: Parameters): number[] =>
  JSON.parse(database.one<{ numbers: string }>(statement, parameters)?.numbers ?? '[]')

export function facetsOf(database: Database, numbers: () => readonly number[]): Facets {
  return {
    top(kind, limit) {
      const counted = JSON.stringify(highest(columnCounts(database, kind, numbers()), limit))
      return database.all(sql.named(kind), { counted, limit })
    },
    years: () =>
      highest(columnCounts(database, 'year', numbers()), Number.POSITIVE_INFINITY)
        .map(([year, papers]) => {
          const whole = { first: `${year}-01-01`, last: `${year}-12-31` }
          return { year, papers, missingDays: missingDays(database, whole) }
        })
        .reverse(),
  }
}

export function paperSetOf(database: Database, filter: PaperFilter): PaperSet {
  const conditions = conditionsOf(filter)
  const { where, parameters } = conditions
  const numbers = once(() => numbersBy(database, sql.numbersOf(where), parameters))
  const distinct = (name: 'author' | 'keyword' | 'organization'): number =>
    columnCounts(database, name, numbers()).filter(count => count > 0).length
  return {
    ...facetsOf(database, numbers),
    summary: once(() => {
      const links = database.one<Having>(sql.links(where), parameters)
      if (!links) throw new Error('An aggregate without groups always has one row')
      return {
        ...links,
        papers: numbers().length,
        authors: distinct('author'),
        keywords: distinct('keyword'),
        organizations: distinct('organization'),
      }
    }),
    distribution: of =>
      distributionOf(
        database.all<{ value: number }>(sql.valuesOf(of, where), parameters).map(({ value }) => value),
      ),
    timeline: (by, between) => timelineOf(database, conditions, by, between),
  }
}

/** @param values ascending */
function distributionOf(values: readonly number[]): Distribution {
  const known = values.length
  const sum = values.reduce((all, value) => all + value, 0)
  const [low, high] = [values[Math.ceil(known / 2) - 1], values[Math.floor(known / 2)]]
  return {
    known,
    sum,
    mean: known ? sum / known : null,
    median: low === undefined || high === undefined ? null : (low + high) / 2,
    max: values.at(-1) ?? null,
  }
}
