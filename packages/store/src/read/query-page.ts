import {
  assertForm,
  type Page,
  type PageRequest,
  type Position,
  PositionError,
  pageOf,
  type Row,
} from '../page.ts'
import { type KeyRange, queryOnce } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { tableDefinition } from '../table/table-definition.ts'

/** Rows that a key keeps in order. */
export interface KeyedRows<Item, T> {
  keyRange: KeyRange
  descending: boolean
  /** The form of the list's positions; a cursor of another form is forged. */
  position: RegExp
  /** Whether the ends of the range move with time. An honest cursor may then be outside. */
  slides?: boolean
  /** That `row` leaves out many items, so that more are read at once. */
  sparse?: true
  /** The key of the row at a position, from which a Query goes on; it need not be there any more. */
  startKey(position: Position): Record<string, string>
  row(item: Item): Row<T> | null
}

/** Rows that are a list of their own. */
export interface KeyedList<Item, T> extends KeyedRows<Item, T> {
  total(): Promise<number | null>
}

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
  list: KeyedRows<Item, T>,
  { backward, after, before }: Omit<PageRequest, 'size'>,
  wanted: number,
): Promise<Row<T>[]> {
  const descending = list.descending !== backward
  const start = backward ? before : after
  const end = backward ? after : before
  const sortAt = (position: Position): string =>
    list.startKey(position)[list.keyRange.index?.sortKey ?? tableDefinition.sortKey] ?? ''
  for (const cursor of [start, end]) {
    assertForm(list.position, cursor)
    if (cursor !== null && !list.slides && sideOf(list.keyRange, sortAt(cursor)) !== 0)
      throw new PositionError(cursor)
  }
  // Where the list has moved on: all of it follows a cursor on one side, and nothing one on the other.
  const ahead = descending ? -1 : 1
  const sideOfStart = start === null ? 0 : sideOf(list.keyRange, sortAt(start))
  const sideOfEnd = end === null ? 0 : sideOf(list.keyRange, sortAt(end))
  if (sideOfStart === ahead || sideOfEnd === -ahead) return []
  let keyRange = list.keyRange
  if (end !== null && sideOfEnd === 0) {
    const bound = sortAt(end)
    // The cursors in the wrong order: nothing is between them.
    if (start !== null && (descending ? sortAt(start) <= bound : sortAt(start) >= bound)) return []
    keyRange = { ...keyRange, ...(descending ? { from: bound } : { to: bound }) }
  }
  const rows: Row<T>[] = []
  let startKey = start === null || sideOfStart !== 0 ? undefined : list.startKey(start)
  let spare = 0
  do {
    const missing = wanted - rows.length + (end === null ? 0 : 1)
    const limit = list.sparse ? Math.max(missing, SPARSE_LIMIT) : missing + spare
    spare = SPARE
    const page = await queryOnce<Item>(table, keyRange, { descending, limit, startKey })
    for (const item of page.items) {
      const row = list.row(item)
      if (row && row.position !== end) rows.push(row)
    }
    startKey = page.startKey
  } while (startKey && rows.length < wanted)
  return rows.slice(0, wanted)
}

/** Where a sort string lies: 0 in the range, -1 before it, 1 after it. */
function sideOf({ from, to }: KeyRange, sort: string): -1 | 0 | 1 {
  if (from && sort < from) return -1
  return to && sort > to ? 1 : 0
}

/** A page of a keyed list: one Query, of one row more than the page. */
export async function queryPage<Item, T>(
  table: Table,
  list: KeyedList<Item, T>,
  request: PageRequest,
): Promise<Page<T>> {
  return pageOf(request, await takeRows(table, list, request, request.size + 1), list.total)
}
