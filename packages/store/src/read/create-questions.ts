import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { FeedDay } from '@daily-papers/papers/entity.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { readArtefacts } from '../items/artefacts-item.ts'
import { type DayItem, feedDayOf, ranksOf } from '../items/day-item.ts'
import { readHistories } from '../items/history-item.ts'
import { type PaperItem, paperOf } from '../items/paper-item.ts'
import { lastRun } from '../items/runs.ts'
import { readTotals } from '../items/totals.ts'
import type { DayRange, DaysAround, Questions } from '../questions.ts'
import { gathering } from '../table/gathering.ts'
import { DAYS, dayKey, paperKey } from '../table/keys.ts'
import { getItems, queryAll, queryOnce } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { changeCounts, changes } from './changes.ts'
import { entities, entityList, papersOf } from './entity-lists.ts'
import { paperList, papersOn } from './paper-lists.ts'
import { DAY_FORM } from './positions.ts'
import { queryPage } from './query-page.ts'
import { rising } from './rising.ts'
import { keepingSpellings } from './spellings.ts'

const WITHOUT_RANKS = ['sk', 'count', 'first', 'at', 'settled'] as const

/** Answers the graph's questions from a table. */
export const createQuestions = (client: DynamoDBDocumentClient, tableName: string): Questions =>
  questionsOf({ client, name: tableName }, keepingSpellings({ client, name: tableName }))

function questionsOf(table: Table, spellings: Questions['spellings']): Questions {
  return {
    forRequest: options => questionsOf(gathering(table, options), spellings),
    spellings,
    async papers(ids) {
      const items = await getItems<PaperItem>(table, ids.map(paperKey))
      return items.map(item => (item ? paperOf(item) : null))
    },
    paperList: (order, range, page) => paperList(table, order, range, page),
    papersOn: (day, order, page) => papersOn(table, day, order, page),
    papersOf: (of, descending, page) => papersOf(table, of, descending, page),
    artefacts: ids => readArtefacts(table, ids),
    histories: ids => readHistories(table, ids),
    rising: (window, metric, now, page) => rising(table, window, metric, now, page),
    changes: request => changes(table, request),
    changeCounts: request => changeCounts(table, request),
    async days(dates) {
      const items = await getItems<DayItem>(table, dates.map(dayKey))
      return items.map(item => (item ? feedDayOf(item) : null))
    },
    dayList: (range, descending, page) =>
      queryPage<DayItem, FeedDay>(
        table,
        {
          keyRange: { partition: DAYS, from: range?.from ?? null, to: range?.to ?? null },
          descending,
          slides: range?.slides ?? false,
          position: DAY_FORM,
          startKey: dayKey,
          row: item => ({ node: feedDayOf(item), position: item.sk }),
          total: () => countDays(table, range),
        },
        page,
      ),
    async latestDay() {
      const { items } = await queryOnce<DayItem>(
        table,
        { partition: DAYS },
        { descending: true, limit: 1, only: WITHOUT_RANKS },
      )
      return items[0] ? feedDayOf(items[0]) : null
    },
    daysAround: days => daysAround(table, days),
    async ranksOn(days) {
      const items = await getItems<DayItem>(table, days.map(dayKey))
      return items.map(item => new Map((item ? ranksOf(item) : []).map(({ id }, i) => [id, i + 1])))
    },
    entities: (kind, keys) => entities(table, kind, keys),
    entityList: (kind, order, startsWith, page) => entityList(table, kind, order, startsWith, page),
    totals: () => readTotals(table),
    lastRun: () => lastRun(table),
  }
}

async function countDays(table: Table, range: DayRange | null): Promise<number> {
  if (!range) return (await readTotals(table)).days
  const { from, to } = range
  return (await queryAll(table, { partition: DAYS, from, to }, { only: ['sk'] })).length
}

async function daysAround(table: Table, days: readonly Day[]): Promise<DaysAround[]> {
  const sorted = [...days].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const between = { partition: DAYS, from: first, to: last }
  const [before, items, after] = await Promise.all([
    neighbour(table, first, true),
    first === last ? [] : queryAll<Pick<DayItem, 'sk'>>(table, between, { only: ['sk'] }),
    neighbour(table, last, false),
  ])
  const known = [before, ...items.map(({ sk }) => sk), after].filter(day => day !== null)
  return days.map(day => ({
    previous: known.findLast(other => other < day) ?? null,
    next: known.find(other => other > day) ?? null,
  }))
}

async function neighbour(table: Table, day: Day, descending: boolean): Promise<Day | null> {
  const { items } = await queryOnce<DayItem>(
    table,
    { partition: DAYS },
    { descending, limit: 1, startKey: { ...dayKey(day) }, only: ['sk'] },
  )
  return items[0]?.sk ?? null
}
