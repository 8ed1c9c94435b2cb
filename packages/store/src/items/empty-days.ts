import { addDays, endOfDay, isWeekend } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { EMPTY, emptyDayKey, type Key } from '../table/keys.ts'
import { queryAll, writeItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'

/**
 * Notes the weekdays among days that were read without papers: holidays of the feed, a dozen a year. A day may fill late,
 * so it counts as empty only from a day after its end.
 */
export async function putEmptyDays(table: Table, days: readonly Day[], readAt: Instant): Promise<void> {
  const empty = days.filter(day => !isWeekend(day) && endOfDay(addDays(day, 1)) <= readAt)
  await writeItems(
    table,
    empty.map(day => ({ put: { ...emptyDayKey(day), v: ITEM_VERSION } })),
  )
}

/** The weekdays known to be empty, ascending. One that filled later is still among them. 1 request. */
export async function readEmptyDays(table: Table): Promise<Day[]> {
  const items = await queryAll<Key>(table, { partition: EMPTY }, { consistent: true })
  return items.map(({ sk }) => sk)
}
