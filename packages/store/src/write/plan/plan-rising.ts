import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Point } from '../../history.ts'
import { readHistories } from '../../items/history-item.ts'
import { type RisingItem, risingItem } from '../../items/rising-item.ts'
import { risingKey } from '../../table/keys.ts'
import { getItems, type Write } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'

/** The histories that move, and the newest reading among them. */
export interface Moved {
  ids: readonly string[]
  at: Instant
}

/**
 * The item of `rising`, with the new histories of some papers. One request, or none if no counter moved. A paper's first
 * reading is a baseline, not a gain.
 */
export async function planRising(
  table: Table,
  histories: ReadonlyMap<string, readonly Point[]>,
  newestReadAt: Instant,
): Promise<{ moved: Moved; writes: Write[] } | null> {
  if ([...histories.values()].every(points => points.length < 2)) return null
  const [before] = await getItems<RisingItem>(table, [risingKey], { consistent: true })
  const moved = { ids: [...histories.keys()], at: newestReadAt }
  return { moved, writes: [{ put: risingItem(before, histories, newestReadAt) }] }
}

/** The same after a crash, with the stored histories. */
export async function replanRising(table: Table, { ids, at }: Moved) {
  const found = await readHistories(table, ids, true)
  return planRising(table, new Map(ids.map((id, i) => [id, found[i] ?? []])), at)
}
