import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { type Point, sameCounters, withPoint } from '../history.ts'
import { historyWrite, readHistories } from '../items/history-item.ts'
import { countersOf } from '../items/paper-item.ts'
import type { DayReading } from '../reading.ts'
import type { Table, Write } from '../requests.ts'
import type { Known } from './facts.ts'
import type { Judged } from './verdict.ts'

/**
 * What readings add to the histories of their papers: a point where a counter moved. A reading older than another one
 * that is known adds its point too, up to the next reading known, so that the order of runs does not distort it.
 */
export async function planHistories(
  table: Table,
  readings: readonly DayReading[],
  judged: ReadonlyMap<Day, Judged>,
  known: ReadonlyMap<string, Known>,
): Promise<Write[]> {
  const seen = new Map<string, { point: Point; next: Instant | null }[]>()
  for (const { day, readAt, entries } of readings)
    for (const { entry } of entries) {
      const { id } = entry.description
      const shown = known.get(id)?.paper
      const next = judged.get(day)?.nextReadAt ?? null
      if (shown && next === null && sameCounters(countersOf(shown), entry.counters)) continue
      seen.set(id, [...(seen.get(id) ?? []), { point: { at: readAt, ...entry.counters }, next }])
    }
  const histories = await readHistories(table, [...seen.keys()], true)
  return [...seen].flatMap(([id, points], i) => {
    const before: readonly Point[] = histories[i] ?? []
    const after = points.reduce((history, { point, next }) => withPoint(history, point, next), before)
    return after === before ? [] : [historyWrite(id, after)]
  })
}
