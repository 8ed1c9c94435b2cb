import { setTimeout as wait } from 'node:timers/promises'
import type { Totals } from '@daily-papers/papers/entity.ts'
import { readTotalsToWrite } from '../items/totals.ts'
import type { Table } from '../table/table.ts'
import { forget } from './forget.ts'
import { nothingTouched } from './journal.ts'
import { type Lease, withLease } from './lease.ts'
import { type RederiveOptions, rederive } from './rebuild.ts'
import { recover } from './recover.ts'

export interface WriterOptions {
  /** Names this process, unique among writers; for example `host/pid/start`. */
  owner: string
  /** Whether the process with this name is known to be dead. Its lease then need not expire. */
  isGone?: (owner: string) => boolean
  /** How long a lease is valid without being extended. */
  leaseMs?: number
  /** How long to wait for another writer. */
  patienceMs?: number
  /** The machine's clock, not the feed's, because several processes compare leases by it. */
  clock?: () => number
  sleep?: (ms: number) => Promise<unknown>
}

/**
 * Runs work as the table's only writer, after recovering from a crashed one, with the table's totals. Before a rebuild,
 * the table may have another version.
 */
export function soleWriter(
  table: Table,
  options: WriterOptions,
): <T>(work: (lease: Lease, totals: Totals) => Promise<T>, rederiving?: RederiveOptions) => Promise<T> {
  const { clock = Date.now, sleep = wait, leaseMs = 30_000, patienceMs = 120_000, ...who } = options
  return (work, rederiving) =>
    withLease(table, { ...who, leaseMs, patienceMs, now: clock, sleep }, async lease => {
      const { left } = lease
      const rederives = rederiving !== undefined || left?.rederive === true
      if (rederives) await lease.write({ ...nothingTouched, ...left, rederive: true })
      const found = rederives ? null : await readTotalsToWrite(table)
      if (left) await recover(table, lease, rederives ? { ...left, rederive: true } : left)
      if (rederives) await rederive(table, lease, rederiving)
      const totals = !left && found ? found : await readTotalsToWrite(table)
      if (left?.forgetting === undefined) return work(lease, totals)
      await forget(table, lease, totals, left.forgetting)
      return work(lease, await readTotalsToWrite(table))
    })
}
