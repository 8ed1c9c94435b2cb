import { setTimeout as wait } from 'node:timers/promises'
import type { Table } from '../requests.ts'
import { type Lease, withLease } from './lease.ts'
import { rederive } from './rebuild.ts'
import { recover } from './recover.ts'

export interface WriterOptions {
  /** Names this process, unique among writers; for example `host/pid/start`. */
  owner: string
  /** Whether the process so named is known to be dead, so that its lease need not run out. */
  isGone?: (owner: string) => boolean
  /** How long a lease holds without a sign of life. */
  leaseMs?: number
  /** How long to wait for another writer. */
  patienceMs?: number
  /** The machine's clock, not the feed's: leases of several processes are compared by it. */
  clock?: () => number
  sleep?: (ms: number) => Promise<unknown>
}

/** Runs work as the table's only writer, with what a crashed one left set right first. */
export function soleWriter(
  table: Table,
  options: WriterOptions,
): <T>(work: (lease: Lease) => Promise<T>) => Promise<T> {
  const { clock = Date.now, sleep = wait, leaseMs = 30_000, patienceMs = 120_000, ...who } = options
  return work =>
    withLease(table, { ...who, leaseMs, patienceMs, now: clock, sleep }, async lease => {
      if (lease.left?.rederive) await rederive(table, lease, () => {})
      else if (lease.left) await recover(table, lease, lease.left)
      return work(lease)
    })
}
