import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Day } from '@daily-papers/papers/paper.ts'
import { commit, journalOf, type Plan } from './commit.ts'
import { isHeld, withLease } from './lease.ts'
import { planReadings } from './plan-readings.ts'
import type { DayReading } from './reading.ts'
import { recover } from './recover.ts'
import type { Table } from './requests.ts'
import { putRun, type Run } from './runs.ts'
import { type DayVerdict, judge } from './verdict.ts'

/** What a step of the ingest did. */
export interface Outcome {
  /** Papers that the table did not hold before. */
  new: number
  /** Papers it held of which anything changed. */
  changed: number
  /** What became of each day. */
  days: Map<Day, DayVerdict>
}

export interface Writer {
  /**
   * Brings the table to the state that the readings imply; unchanged ones cost reads only.
   * At most a few thousand entries a call. Atomic in effect: after a crash, the next call of any writer completes it.
   * @throws LeaseError when another writer keeps the table longer than the patience.
   */
  putDays(readings: readonly DayReading[]): Promise<Outcome>
  /** Keeps the record of a finished run: one item. */
  putRun(run: Run): Promise<void>
}

export interface WriterOptions {
  /** Names this process, unique among writers; for example `host/pid/start`. */
  owner: string
  /** Whether the process so named is known to be dead, so that its lease need not run out. */
  isGone?: (owner: string) => boolean
  leaseMs?: number
  patienceMs?: number
  /** The machine's clock, not the feed's: leases of several processes are compared by it. */
  clock?: () => number
  sleep?: (ms: number) => Promise<unknown>
}

/** The only way into the table. */
export function createWriter(
  client: DynamoDBDocumentClient,
  tableName: string,
  options: WriterOptions,
): Writer {
  const table: Table = { client, name: tableName }
  const leaseOptions = {
    leaseMs: 30_000,
    patienceMs: 120_000,
    now: options.clock ?? Date.now,
    sleep: wait,
    ...options,
  }
  return {
    async putDays(readings) {
      const [verdicts, held] = await Promise.all([judge(table, readings), isHeld(table)])
      const outcome: Outcome = { new: 0, changed: 0, days: new Map() }
      for (const [day, { verdict }] of verdicts) outcome.days.set(day, verdict)
      if (!held && [...verdicts.values()].every(({ verdict }) => verdict === 'unchanged')) return outcome
      return withLease(table, leaseOptions, async lease => {
        if (lease.left) await recover(table, lease, lease.left)
        const { plan, totals, days } = await planReadings(table, readings)
        if (hasWrites(plan)) {
          await lease.write(journalOf(plan, totals))
          await commit(table, lease, plan, totals)
        }
        const touched = plan.papers.filter(paper => paper.rows.length > 0 || paper.paper.length > 0)
        return {
          new: touched.filter(paper => !paper.existed).length,
          changed: touched.filter(paper => paper.existed).length,
          days,
        }
      })
    },
    putRun: run => putRun(table, run),
  }
}

const hasWrites = (plan: Plan): boolean =>
  plan.raws.length > 0 ||
  [...plan.papers.flatMap(paper => [...paper.rows, ...paper.paper]), ...plan.days].length > 0
