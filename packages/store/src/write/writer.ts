import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { type DayReading, hashOfReading } from '../items/reading.ts'
import { lastRefreshes, putRun, type Refreshes, type Run } from '../items/runs.ts'
import { gatheringConsistent, type Table } from '../table/requests.ts'
import { commit, journalOf, type Plan } from './commit.ts'
import { isHeld, LeaseError } from './lease.ts'
import { planArtefacts } from './plan-artefacts.ts'
import { readDays } from './plan-days.ts'
import { planReadings } from './plan-readings.ts'
import { soleWriter, type WriterOptions } from './sole-writer.ts'
import { type DayVerdict, judge } from './verdict.ts'

/** What a step of the ingest did. */
export interface Outcome {
  /** Papers that the table did not hold before. */
  new: number
  /** Papers it held of which anything changed. */
  changed: number
  /** What became of each day, and the hash of its reading. */
  days: Map<Day, { verdict: DayVerdict; hash: string }>
}

export interface PutOptions {
  /** Days of which `changes` tells nothing, as what is found there happened long ago; by default those past their refresh alone. */
  isPast?: (day: Day) => boolean
}

export interface Writer {
  /**
   * Brings the table to the state that the readings imply; unchanged ones cost reads only.
   * At most a few thousand entries a call. Atomic in effect: after a crash, the next call of any writer completes it.
   * @throws LeaseError when another writer keeps the table longer than the patience.
   */
  putDays(readings: readonly DayReading[], options?: PutOptions): Promise<Outcome>
  /**
   * Keeps the record of a finished run: one item.
   * @returns the days that another writer has meanwhile brought to an older reading, found unchanged by this run before
   * that; read again, they end right.
   */
  putRun(run: Run): Promise<Day[]>
  /** The ids of the papers of each day. 1 request for up to 100 days. */
  papersOn(days: readonly Day[]): Promise<Map<Day, string[]>>
  /**
   * Stores what links papers. Readings that say nothing new cost reads only; downloads are nothing new.
   * @returns how many papers changed
   */
  putArtefacts(readings: readonly Artefacts[]): Promise<number>
  /** When the schedule's refreshes last read all their days. 1 request. */
  lastRefreshes(): Promise<Refreshes>
}

/** The way by which readings of the feed come into the table. */
export function createWriter(
  client: DynamoDBDocumentClient,
  tableName: string,
  options: WriterOptions,
): Writer {
  const table = gatheringConsistent({ client, name: tableName })
  const alone = soleWriter(table, options)
  return {
    async putDays(unhashed, { isPast = () => false } = {}) {
      const readings = unhashed.map(reading => ({ ...reading, hash: hashOfReading(reading) }))
      const [days, held] = await Promise.all([judge(table, readings), isHeld(table)])
      if (!held && [...days.values()].every(({ verdict }) => verdict === 'unchanged'))
        return { new: 0, changed: 0, days }
      return alone(async (lease, totals) => {
        const { plan, days } = await planReadings(table, readings, isPast)
        if (hasWrites(plan)) {
          await lease.write(journalOf(plan, totals))
          await commit(table, lease, plan, totals)
        }
        const touched = plan.papers.filter(paper => paper.rows.length > 0 || paper.paper.length > 0)
        const added = touched.filter(paper => !paper.existed)
        return { new: added.length, changed: touched.length - added.length, days }
      })
    },
    async papersOn(days) {
      const records = await readDays(table, days)
      return new Map([...records].map(([day, { ranks }]) => [day, ranks.map(({ id }) => id)]))
    },
    async putArtefacts(readings) {
      const [plan, held] = await Promise.all([planArtefacts(table, readings), isHeld(table)])
      if (!held && !hasWrites(plan)) return 0
      return alone(async (lease, totals) => {
        const plan = await planArtefacts(table, readings)
        if (hasWrites(plan)) {
          await lease.write(journalOf(plan, totals))
          await commit(table, lease, plan, totals)
        }
        return plan.papers.length
      })
    },
    lastRefreshes: () => lastRefreshes(table),
    async putRun(run) {
      await putRun(table, run)
      // Whoever is writing now may have judged before this record stood; whoever comes later finds it.
      if (await isHeld(table)) await alone(async () => {}).catch(unlessHeld)
      return overtaken(table, run)
    },
  }
}

/** A writer that goes on longer than the patience is no reason to lose a run that is recorded. */
function unlessHeld(error: unknown): void {
  if (!(error instanceof LeaseError)) throw error
}

/** The days whose newest known change is older than this run's reading of them, and differs from it. */
async function overtaken(table: Table, { readings }: Run): Promise<Day[]> {
  const records = await readDays(
    table,
    readings.map(({ day }) => day),
  )
  return readings
    .filter(({ day, readAt, hash }) => {
      const record = records.get(day)
      return record && record.readAt < readAt && record.hash !== hash
    })
    .map(({ day }) => day)
}

const hasWrites = (plan: Plan): boolean =>
  plan.raws.length > 0 ||
  plan.histories.length > 0 ||
  plan.days.length > 0 ||
  plan.papers.some(paper => paper.rows.length > 0 || paper.paper.length > 0)
