import { type Page, type PageRequest, type Position, PositionError, pageOf, type Row } from '../page.ts'
import { queryOnce, type Stretch, type Table } from '../requests.ts'
import { table as definition } from '../table.ts'

/** A list that a key keeps in order. */
export interface KeyedList<Item, T> {
  stretch: Stretch
  descending: boolean
  /** The form of the list's positions; a cursor of another form is forged. */
  position: RegExp
  /** That `row` leaves out many items, so that more are read at once. */
  sparse?: true
  /** The key of the row at a position, from which a Query goes on; it need not be there any more. */
  startKey(position: Position): Record<string, string>
  row(item: Item): Row<T> | null
  total(): Promise<number | null>
}

/** Bytes of UTF-8: the longest key of an entity, with what may stand before it. */
const LONGEST_POSITION = 600
/** Items read at once of a list of which many are left out. */
const SPARSE_LIMIT = 400
/** Items read beyond what is missing once some were left out, so that a third Query is as good as never needed. */
const SPARE = 20

/**
 * The first `wanted` rows of a list in the direction of travel, between the cursors. One Query;
 * another one only where rows were left out (`row` gave null).
 */
export async function takeRows<Item, T>(
  table: Table,
  list: KeyedList<Item, T>,
  { backward, after, before }: Omit<PageRequest, 'size'>,
  wanted: number,
): Promise<Row<T>[]> {
  const descending = list.descending !== backward
  const start = backward ? before : after
  const end = backward ? after : before
  const sortAt = (position: Position): string =>
    list.startKey(position)[list.stretch.index?.sortKey ?? definition.sortKey] ?? ''
  for (const cursor of [start, end]) {
    if (cursor === null) continue
    assertForm(list.position, cursor)
    assertWithin(list.stretch, sortAt(cursor))
  }
  let stretch = list.stretch
  if (end !== null) {
    const bound = sortAt(end)
    // The cursors in the wrong order: nothing is between them.
    if (start !== null && (descending ? sortAt(start) <= bound : sortAt(start) >= bound)) return []
    stretch = { ...stretch, ...(descending ? { from: bound } : { to: bound }) }
  }
  const rows: Row<T>[] = []
  let startKey = start === null ? undefined : list.startKey(start)
  let spare = 0
  do {
    const missing = wanted - rows.length + (end === null ? 0 : 1)
    const limit = list.sparse ? Math.max(missing, SPARSE_LIMIT) : missing + spare
    spare = SPARE
    const page = await queryOnce<Item>(table, stretch, { descending, limit, startKey })
    for (const item of page.items) {
      const row = list.row(item)
      if (row && row.position !== end) rows.push(row)
    }
    startKey = page.startKey
  } while (startKey && rows.length < wanted)
  return rows.slice(0, wanted)
}

function assertForm(form: RegExp, position: Position): void {
  if (!form.test(position) || Buffer.byteLength(position) > LONGEST_POSITION)
    throw new PositionError('The cursor was not made by this list.')
}

function assertWithin({ from, to }: Stretch, position: Position): void {
  const outside = (from && position < from) || (to && position > to)
  if (outside) throw new PositionError('The cursor lies outside of its list.')
}

/** A page of a keyed list: one Query, of one row more than the page. */
export async function queryPage<Item, T>(
  table: Table,
  list: KeyedList<Item, T>,
  request: PageRequest,
): Promise<Page<T>> {
  return pageOf(request, await takeRows(table, list, request, request.size + 1), list.total)
}
