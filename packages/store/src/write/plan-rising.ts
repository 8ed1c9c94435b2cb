import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Point } from '../history.ts'
import { readHistories } from '../items/history-item.ts'
import { type RisingItem, risingItem } from '../items/rising-item.ts'
import { risingKey } from '../table/keys.ts'
import { getItems, type Table, type Write } from '../table/requests.ts'

/** Whose histories move, as gains are measured from, and by what reading at the latest. */
export interface Moved {
  ids: readonly string[]
  at: Instant
}

/** What `rising` is measured from, with the histories of some papers as they will be. 1 request; none where none has moved: its first point is no gain. */
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

/** The same after a crash, with the histories found. */
export async function replanRising(table: Table, { ids, at }: Moved) {
  const found = await readHistories(table, ids, true)
  return planRising(table, new Map(ids.map((id, i) => [id, found[i] ?? []])), at)
}
