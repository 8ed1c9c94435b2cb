import { decodeCursor, encodeCursor, type List } from '@daily-papers/store/cursor.ts'
import {
  CursorExpiredError,
  type Page,
  type PageRequest,
  type Position,
  PositionError,
  type Row,
} from '@daily-papers/store/page.ts'
import { DEFAULT_PAGE, MOST_IN_PAGE, type PageArguments } from '../arguments/page.ts'
import { badInput, refusal } from '../errors.ts'
import type { FeedSubject } from '../feed-address.ts'

/** One page of a list, and the list its cursors belong to. */
export interface Connection<T> {
  list: List
  page: Omit<Page<T>, 'total'>
  total: () => Promise<number | null> | number
  /** What the feed of the same rows is about; null where there is none. */
  feed: FeedSubject | null
}

export interface Edge<T> {
  row: Row<T>
  list: List
}

function sizeOf(name: 'first' | 'last', value: number): number {
  if (value >= 0 && value <= MOST_IN_PAGE) return value
  const next = value < 0 ? '' : ' Ask for the rest with `' + (name === 'first' ? 'after' : 'before') + '`.'
  throw badInput(`\`${name}\` is ${value}: write a number from 0 to ${MOST_IN_PAGE}.${next}`)
}

function positionOf(
  name: 'after' | 'before',
  cursor: string | null | undefined,
  list: List,
): Position | null {
  if (cursor === null || cursor === undefined) return null
  const decoded = decodeCursor(cursor, list)
  if ('position' in decoded) return decoded.position
  throw badInput(
    `\`${name}\` is ${decoded.problem}: pass a \`cursor\`, \`startCursor\` or \`endCursor\` of the same list with the same order and filter.`,
  )
}

/**
 * The page of `list` that the arguments ask for. Default: the first 20, or the last 20 before `before`.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function pageRequest({ first, last, ...cursors }: PageArguments, list: List): PageRequest {
  if (typeof first === 'number' && typeof last === 'number') {
    throw badInput('`first` and `last` exclude each other: leave one out.')
  }
  const after = positionOf('after', cursors.after, list)
  const before = positionOf('before', cursors.before, list)
  if (after !== null && after === before) {
    throw badInput('`after` and `before` are the same cursor: nothing is between them. Leave one out.')
  }
  if (typeof last === 'number') return { size: sizeOf('last', last), backward: true, after, before }
  if (typeof first === 'number') return { size: sizeOf('first', first), backward: false, after, before }
  return { size: DEFAULT_PAGE, backward: before !== null && after === null, after, before }
}

const EXPIRED =
  '`after` was not used for 90 days, so changes that follow it may be deleted. Start again without it, or with `since`.'

/** The error for a cursor of this list whose position the list cannot have. */
const forged = (position: Position, { after }: PageRequest) =>
  badInput(
    `\`${position === after ? 'after' : 'before'}\` is a damaged cursor: pass the \`cursor\` of an edge, unchanged.`,
  )

/**
 * Asks the store for a page of a list.
 * @throws GraphQLError BAD_USER_INPUT
 */
export async function connect<T>(
  list: List,
  args: PageArguments,
  ask: (request: PageRequest) => Promise<Page<T>>,
  feed: FeedSubject | null = null,
): Promise<Connection<T>> {
  const request = pageRequest(args, list)
  try {
    const page = await ask(request)
    return { list, page, total: page.total, feed }
  } catch (error) {
    if (error instanceof CursorExpiredError) throw refusal('CURSOR_EXPIRED', EXPIRED)
    throw error instanceof PositionError ? forged(error.position, request) : error
  }
}

/** A page of a list in memory. A row's position is its index. */
export function connectInMemory<T>(list: List, args: PageArguments, items: readonly T[]): Connection<T> {
  const request = pageRequest(args, list)
  const { size, backward, after, before } = request
  for (const position of [after, before]) {
    const isIndex =
      position === null || (/^(0|[1-9]\d{0,6})$/.test(position) && Number(position) < items.length)
    if (!isIndex) throw forged(position, request)
  }
  const from = after === null ? 0 : Number(after) + 1
  const to = before === null ? items.length : Math.max(Number(before), from)
  const start = backward ? Math.max(from, to - size) : from
  const end = backward ? to : Math.min(to, from + size)
  const rows = items.slice(start, end).map((node, i) => ({ node, position: String(start + i) }))
  return {
    list,
    page: {
      rows,
      hasNextPage: backward ? before !== null : end < to,
      hasPreviousPage: backward ? start > from : after !== null,
    },
    total: () => items.length,
    feed: null,
  }
}

export const edgesOf = <T>({ page, list }: Connection<T>): Edge<T>[] => page.rows.map(row => ({ row, list }))

export const cursorOf = <T>({ row, list }: Edge<T>): string => encodeCursor(list, row.position)
