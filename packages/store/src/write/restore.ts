import type { Totals } from '@daily-papers/papers/entity.ts'
import type { Instant } from '@daily-papers/papers/paper.ts'
import { merged, type Point } from '../history.ts'
import { type Changes, changesItem } from '../items/change-item.ts'
import { forgottenItem } from '../items/forgotten-item.ts'
import { historyWrite, readHistories } from '../items/history-item.ts'
import { type RisingItem, risingItem } from '../items/rising-item.ts'
import { forgottenSteps } from '../items/steps-item.ts'
import { readTotalsToWrite } from '../items/totals.ts'
import type { HistoryLine } from '../read/history-lines.ts'
import { recentPoints } from '../rising.ts'
import { changesKey, risingKey } from '../table/keys.ts'
import { getItems, writeItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { forget } from './forget.ts'
import type { Lease } from './lease.ts'

/** Lines of an export of the history, a few hundred at a time, and when the table was read for it. */
export interface HistoryExport {
  exportedAt: Instant
  lines: AsyncIterable<readonly HistoryLine[]>
}

/** How much of an export the table lacked. */
export interface Restored {
  /** Papers whose history got points. */
  papers: number
  /** Steps whose changes were missing. */
  steps: number
  /** People who were removed again. */
  forgotten: string[]
}

/**
 * Adds an export of the history to what the table has. Stored points and changes stay. Repeatable: after a crash, begin
 * it again. Papers need not be stored yet.
 */
export async function restore(
  table: Table,
  lease: Lease,
  totals: Totals,
  { exportedAt, lines }: HistoryExport,
): Promise<Restored> {
  const restored: Restored = { papers: 0, steps: 0, forgotten: [] }
  const recent = new Map<string, readonly Point[]>()
  let after = totals
  for await (const batch of lines) {
    for (const who of batch.flatMap(line => ('forgotten' in line ? line.forgotten : []))) {
      if ((await getItems(table, [forgottenItem(who)], { consistent: true }))[0]) continue
      await forget(table, lease, after, who)
      after = await readTotalsToWrite(table)
      restored.forgotten.push(who)
    }
    const histories = await mergedHistories(table, batch)
    for (const { id, points } of histories) {
      const kept = recentPoints(points, exportedAt)
      if (kept.length > 0) recent.set(id, kept)
    }
    const gained = histories.filter(({ isNew }) => isNew)
    const steps = await missingSteps(table, batch)
    restored.papers += gained.length
    restored.steps += steps.length
    const writes = [
      ...gained.map(({ id, points }) => historyWrite(id, points)),
      ...steps.map(step => ({ put: changesItem(step) })),
    ]
    await writeItems(table, writes, lease.check)
  }
  if (recent.size > 0) {
    const [rising] = await getItems<RisingItem>(table, [risingKey], { consistent: true })
    await writeItems(table, [{ put: risingItem(rising, recent, exportedAt) }], lease.check)
  }
  // The next snapshot is built from nothing, because no step names these papers.
  await writeItems(table, [{ put: forgottenSteps() }], lease.check)
  return restored
}

/** The stored histories of the papers in some lines, with the points of the lines. */
async function mergedHistories(table: Table, lines: readonly HistoryLine[]) {
  const exported = lines.flatMap(line => ('paper' in line ? line : []))
  const ids = exported.map(({ paper }) => paper)
  const stored = await readHistories(table, ids, true)
  return exported.map(({ paper: id, points }, i) => {
    const before: readonly Point[] = stored[i] ?? []
    const after = merged(before, points)
    return { id, points: after, isNew: after !== before }
  })
}

/** The steps of some lines whose changes are not stored. */
async function missingSteps(table: Table, lines: readonly HistoryLine[]): Promise<Changes[]> {
  const exported = lines.flatMap(line => ('stamp' in line ? line : []))
  const keys = exported.map(({ stamp }) => changesKey(stamp))
  const stored = await getItems(table, keys, { consistent: true })
  return exported.filter((_, i) => stored[i] === undefined)
}
