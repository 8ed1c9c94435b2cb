import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { type Point, sameCounters, withPoint } from '../../history.ts'
import { readHistories } from '../../items/history-item.ts'
import { countersOf } from '../../items/paper-item.ts'
import type { DayReading } from '../../items/reading.ts'
import type { Table } from '../../table/table.ts'
import type { Fact, Known } from './facts.ts'
import type { Judged } from './verdict.ts'

/**
 * Updates the histories of the papers in some readings: a point where a counter moved. An older reading adds its point
 * too, up to the next known reading, so that the order of runs does not matter. Only a paper's latest day adds points.
 */
export async function planHistories(
  table: Table,
  readings: readonly DayReading[],
  judged: ReadonlyMap<Day, Judged>,
  known: ReadonlyMap<string, Known>,
  facts: ReadonlyMap<string, ReadonlyMap<Day, Fact>>,
): Promise<Map<string, readonly Point[]>> {
  const seen = new Map<string, { point: Point; next: Instant | null }[]>()
  for (const { day, readAt, entries } of readings) {
    const { nextReadAt = null, record } = judged.get(day) ?? {}
    // After a crash a history may have a value that no item has. Then nothing counts as known.
    const doubted = record?.hash === ''
    for (const { entry } of entries) {
      const { id } = entry.description
      if (isLater(facts.get(id), day)) continue
      const shown = known.get(id)?.paper
      // A later reading that lacks the paper says nothing of what it counted.
      const gone = known.get(id)?.facts.has(day) ? record?.gone.get(id) : ''
      const next = nextReadAt !== null && gone !== undefined && nextReadAt >= gone ? null : nextReadAt
      if (shown && next === null && !doubted && sameCounters(countersOf(shown), entry.counters)) continue
      seen.set(id, [...(seen.get(id) ?? []), { point: { at: readAt, ...entry.counters }, next }])
    }
  }
  const histories = await readHistories(table, [...seen.keys()], true)
  const changed = new Map<string, readonly Point[]>()
  for (const [i, [id, points]] of [...seen].entries()) {
    const before: readonly Point[] = histories[i] ?? []
    const after = points.reduce((history, { point, next }) => withPoint(history, point, next), before)
    if (after !== before) changed.set(id, after)
  }
  return changed
}

/** Whether a paper has a later day than this one. */
const isLater = (facts: ReadonlyMap<Day, Fact> | undefined, day: Day): boolean =>
  [...(facts?.keys() ?? [])].some(other => other > day)
