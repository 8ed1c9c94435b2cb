import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { FeedDay, Totals } from '@daily-papers/papers/entity.ts'
import type { Day, Paper } from '@daily-papers/papers/paper.ts'
import type { Point } from '../history.ts'
import { type DayItem, feedDayOf } from '../items/day-item.ts'
import { readEmptyDays } from '../items/empty-days.ts'
import { readHistories } from '../items/history-item.ts'
import { documentOf, type FeaturingItem, type PaperItem, paperOf } from '../items/paper-item.ts'
import { type EntityPosting, postingsOf } from '../items/postings.ts'
import { lastStepOf, readSteps, writesAfter } from '../items/steps-item.ts'
import { readTotals } from '../items/totals.ts'
import type { Position } from '../page.ts'
import type { IndexedOrder } from '../questions.ts'
import { gatheringConsistent } from '../table/gathering.ts'
import { DAYS, dayKey, FEATURED, featuredPlace, featuringKey, paperKey } from '../table/keys.ts'
import { getItems, queryAll, queryPages } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { sortOf } from './paper-lists.ts'

/** A paper with everything derived from it. */
export interface CorpusPaper {
  paper: Paper
  history: Point[]
  /** Its authors, keywords, organization and accounts, each once. */
  postings: EntityPosting[]
  /** Its position in each order. */
  positions: Record<IndexedOrder, Position>
}

/** The whole table, for builds from all papers. */
export interface Corpus {
  /** Every paper once, in the order of the days that first featured them: about 400 at a time. */
  papers(): AsyncGenerator<CorpusPaper[]>
  /** Every day that has papers, ascending. */
  days(): Promise<FeedDay[]>
  /** The weekdays known to have no papers, ascending. 1 request. */
  emptyDays(): Promise<Day[]>
  /** The last step that was written whole, to be read before what it wrote; null when none is known. 1 request. */
  lastStep(): Promise<string | null>
  /** What was written after a step; null when the table does not know the step any more. 2 requests for up to 100 items. */
  writtenAfter(step: string): Promise<Written | null>
}

/** What the steps after a known one wrote, as it is now. */
export interface Written {
  /** The last of those steps. */
  step: string
  /** In no order. */
  papers: CorpusPaper[]
  days: FeedDay[]
  /** Of the whole table. */
  totals: Totals
}

/**
 * Reads a table whole. A Query for each megabyte of papers and a BatchGet for each 100 histories, all of them
 * consistent.
 */
export function createCorpus(client: DynamoDBDocumentClient, tableName: string): Corpus {
  const table: Table = { client, name: tableName }
  return {
    papers: () => papersIn(table),
    async days() {
      const items = await queryAll<DayItem>(table, { partition: DAYS }, { consistent: true })
      return items.map(feedDayOf)
    },
    emptyDays: () => readEmptyDays(table),
    lastStep: async () => lastStepOf(await readSteps(table)),
    writtenAfter: step => writtenAfter(gatheringConsistent(table), step),
  }
}

async function writtenAfter(table: Table, after: string): Promise<Written | null> {
  const steps = await readSteps(table)
  const writes = writesAfter(steps, after)
  if (!writes) return null
  const ids = [...writes.papers.keys()]
  const [rows, histories, days, totals] = await Promise.all([
    getItems<FeaturingItem>(
      table,
      [...writes.papers].map(([id, day]) => featuringKey(day, id)),
      { consistent: true },
    ),
    readHistories(table, ids, true),
    getItems<DayItem>(table, writes.days.map(dayKey), { consistent: true }),
    readTotals(table, true),
  ])
  const historyOf = new Map(ids.map((id, i) => [id, histories[i] ?? []]))
  const papers = await latestOf(table, rows.filter(isThere))
  return {
    step: lastStepOf(steps) ?? after,
    papers: papers.map(paper => corpusPaper(paper, historyOf.get(paper.id) ?? [])),
    days: days.filter(isThere).map(feedDayOf),
    totals,
  }
}

const isThere = <T>(item: T | undefined): item is T => item !== undefined

async function* papersIn(table: Table): AsyncGenerator<CorpusPaper[]> {
  for await (const rows of queryPages<FeaturingItem>(table, { partition: FEATURED }, { consistent: true })) {
    const papers = await latestOf(table, rows)
    const histories = await readHistories(
      table,
      papers.map(({ id }) => id),
      true,
    )
    yield papers.map((paper, i) => corpusPaper(paper, histories[i] ?? []))
  }
}

/** The papers with this first day, as on their latest day. For most papers this is the row itself. */
async function latestOf(table: Table, rows: readonly FeaturingItem[]): Promise<Paper[]> {
  const first = rows
    .map(row => ({ row, ...featuredPlace(row.sk), featurings: documentOf(row).featurings }))
    .filter(({ day, featurings }) => featurings[0].day === day)
  const onSeveral = first.filter(({ featurings }) => featurings.length > 1)
  const items = await getItems<PaperItem>(
    table,
    onSeveral.map(({ id }) => paperKey(id)),
    { consistent: true },
  )
  const latest = new Map(onSeveral.map(({ id }, i) => [id, items[i]]))
  return first.map(({ row, id }) => paperOf(latest.get(id) ?? row))
}

/** A paper with everything derived from it. */
export function corpusPaper(paper: Paper, history: Point[]): CorpusPaper {
  const at = (field: IndexedOrder): Position => sortOf(field, paper, paper.featuredOn)
  return {
    paper,
    history,
    postings: [...postingsOf(paper).values()],
    positions: {
      featuredOn: at('featuredOn'),
      publishedAt: at('publishedAt'),
      upvotes: at('upvotes'),
      trending: at('trending'),
    },
  }
}

export type { EntityPosting }
