import type { Change } from '@daily-papers/papers/change.ts'
import { dayOf } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { CHANGES_KEPT_MS, CHANGES_TOLD_MS, type ChangesItem, changesIn } from '../items/change-item.ts'
import { assertForm, CursorExpiredError, type Page, type Position, type Row } from '../page.ts'
import { type ChangesRequest, MOST_CHANGE_REQUESTS } from '../questions.ts'
import { CHANGES } from '../table/keys.ts'
import { queryOnce, type Table } from '../table/requests.ts'
import { CHANGE_FORM } from './positions.ts'

/** Steps read at once where kinds are left out: a step's changes are about 1 KB. */
const STEPS_A_REQUEST = 100

/** Where a change stands: the stamp of its step, its number there. */
interface Place {
  stamp: Instant
  index: number
}

/** A place up to which a reader has seen all; at the end of what there is, that holds for the day on which it was told so. */
const positionAt = ({ stamp, index }: Place, seenUntil: Day = stamp.slice(0, 10)): Position =>
  `${seenUntil}~${stamp}#${String(index + 1).padStart(5, '0')}`

function placeOf(position: Position) {
  const [seenUntil = '', place = ''] = position.split('~')
  const [stamp = '', number = ''] = place.split('#')
  return { seenUntil, stamp, index: Number(number) - 1 }
}

/** A page of what changed. Consistent, so that no step is seen before one that was written earlier. */
export async function changes(
  table: Table,
  { after, since, kinds, size, now }: ChangesRequest,
): Promise<Page<Change>> {
  assertForm(CHANGE_FORM, after)
  const oldest = new Date(now - (after === null ? CHANGES_TOLD_MS : CHANGES_KEPT_MS)).toISOString()
  const start = after === null ? { seenUntil: dayOf(now), stamp: since ?? '', index: -1 } : placeOf(after)
  if (start.stamp < oldest && `${start.seenUntil}T00:00:00.000Z` < oldest) throw new CursorExpiredError()

  const from = start.stamp > oldest ? start.stamp : oldest
  const today = dayOf(now)
  const rows: Row<Change>[] = []
  let end: Place = start
  let startKey: Record<string, string> | undefined
  let requests = 0
  do {
    const limit = kinds === null ? size + 2 : STEPS_A_REQUEST
    const options = { limit, startKey, consistent: true }
    const page = await queryOnce<ChangesItem>(table, { partition: CHANGES, from }, options)
    for (const item of page.items)
      for (const [index, change] of changesIn(item).entries()) {
        const place = { stamp: item.sk, index }
        if (item.sk === start.stamp && index <= start.index) continue
        const wanted = kinds === null || kinds.includes(change.kind)
        if (wanted) rows.push({ node: change, position: positionAt(place) })
        if (rows.length > size) return pageOf(rows, end, true)
        end = place
      }
    startKey = page.startKey
    requests++
  } while (startKey && kinds !== null && requests < MOST_CHANGE_REQUESTS)
  return pageOf(rows, end, startKey !== undefined)

  function pageOf(taken: readonly Row<Change>[], end: Place, hasNextPage: boolean): Page<Change> {
    return {
      rows: taken.slice(0, size),
      hasNextPage,
      hasPreviousPage: after !== null,
      end: hasNextPage && end.stamp ? positionAt(end) : positionAt(end, today),
      total: async () => null,
    }
  }
}
