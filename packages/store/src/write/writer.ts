import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { type DayReading, hashOfReading } from '../items/reading.ts'
import { lastRefreshes, putRun, type Refreshes, type Run } from '../items/runs.ts'
import { gatheringConsistent } from '../table/gathering.ts'
import type { Table } from '../table/table.ts'
import { commit } from './commit.ts'
import { journalOf } from './journal.ts'
import { isHeld, LeaseError } from './lease.ts'
import type { Plan } from './plan/plan.ts'
import { planArtefacts } from './plan/plan-artefacts.ts'
import { readDays } from './plan/plan-days.ts'
import { planReadings } from './plan/plan-readings.ts'
import { type DayVerdict, judge } from './plan/verdict.ts'
import { soleWriter, type WriterOptions } from './sole-writer.ts'

/** The result of a step of the ingest. */
export interface Outcome {
  /** Papers that are new to the table. */
  new: number
  /** Papers that were stored and changed. */
  changed: number
  /** The verdict on each day, and the hash of its reading. */
  days: Map<Day, { verdict: DayVerdict; hash: string }>
}

export interface PutOptions {
  /** Days that create no change events, because the events are old. Default: days past their refresh. */
  isHistory?: (day: Day) => boolean
}

export interface Writer {
  /**
   * Writes what the readings imply. Unchanged readings cost only reads. At most a few thousand entries a call. Atomic
   * in effect: after a crash, the next call of any writer completes it.
   * @throws LeaseError when another writer holds the lease for too long
   */
  putDays(readings: readonly DayReading[], options?: PutOptions): Promise<Outcome>
  /**
   * Stores the record of a finished run: one item.
   * @returns days that this run found unchanged before another writer wrote an older reading; read them again
   */
  putRun(run: Run): Promise<Day[]>
  /** The ids of the papers of each day. 1 request for up to 100 days. */
  papersOn(days: readonly Day[]): Promise<Map<Day, string[]>>
  /**
   * Stores the links to papers. Readings without changes cost only reads; new downloads are no change.
   * @returns how many papers changed
   */
  putArtefacts(readings: readonly Artefacts[]): Promise<number>
  /** When the schedule's refreshes last read all their days. 1 request. */
  lastRefreshes(): Promise<Refreshes>
}

/** Writes readings of the feed into the table. */
export function createWriter(
  client: DynamoDBDocumentClient,
  tableName: string,
  options: WriterOptions,
): Writer {
  const table = gatheringConsistent({ client, name: tableName })
  const alone = soleWriter(table, options)
  return {
    async putDays(unhashed, { isHistory = () => false } = {}) {
      const readings = unhashed.map(reading => ({ ...reading, hash: hashOfReading(reading) }))
      const [days, held] = await Promise.all([judge(table, readings), isHeld(table)])
      if (!held && [...days.values()].every(({ verdict }) => verdict === 'unchanged'))
        return { new: 0, changed: 0, days }
      return alone(async (lease, totals) => {
        const { plan, days } = await planReadings(table, readings, isHistory)
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
      // A current writer may have judged before this record existed. Later writers find it.
      if (await isHeld(table)) await alone(async () => {}).catch(unlessHeld)
      return overtaken(table, run)
    },
  }
}

/** A run that is recorded must not fail because another writer takes long. */
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
