/** A position in a list: the sort string of a row. It orders the list totally. */
export type Position = string

/** A position that no row of the list can have: a forged cursor. */
export class PositionError extends Error {
  override name = 'PositionError'
  readonly position: Position

  constructor(position: Position) {
    super('The cursor was not made by this list.')
    this.position = position
  }
}

/** The error for a cursor that was not used for as long as the list is stored. What follows it may be deleted. */
export class CursorExpiredError extends Error {
  override name = 'CursorExpiredError'
}

/** Bytes of UTF-8: the longest key of an entity, with its prefix. */
const LONGEST_POSITION = 600

/** @throws PositionError when a position has another form than those of the list. */
export function assertForm(form: RegExp, position: Position | null): void {
  if (position === null || (form.test(position) && Buffer.byteLength(position) <= LONGEST_POSITION)) return
  throw new PositionError(position)
}

/** A page of a list: `size` rows from its start (after `after`) or, backward, from its end (before `before`). */
export interface PageRequest {
  size: number
  backward: boolean
  after: Position | null
  before: Position | null
}

export interface Row<T> {
  node: T
  position: Position
}

export interface Page<T> {
  /** In list order, also for a backward page. */
  rows: Row<T>[]
  /** Exact in the page's direction. The other one is true exactly when a cursor was given for it. */
  hasNextPage: boolean
  hasPreviousPage: boolean
  /** For a list that grows at its end: the reader's position, also after an empty page. */
  end?: Position
  /**
   * The exact number of rows of the whole list, or null where no key has it. Costs a request only where a question says
   * so.
   */
  total(): Promise<number | null>
}

/** The page of rows read from one end, in list order, and whether more follow. */
export function pageOf<T>(
  { size, backward, after, before }: PageRequest,
  taken: readonly Row<T>[],
  total: () => Promise<number | null>,
): Page<T> {
  const rows = taken.slice(0, size)
  const more = taken.length > size
  return {
    rows: backward ? rows.reverse() : rows,
    hasNextPage: backward ? before !== null : more,
    hasPreviousPage: backward ? more : after !== null,
    total,
  }
}

/** A page of a list in memory, in list order. `form` is the form of its positions. */
export function pageOfRows<T>(
  rows: readonly Row<T>[],
  request: PageRequest,
  { descending, form }: { descending: boolean; form: RegExp },
): Page<T> {
  const { after, before, size, backward } = request
  for (const position of [after, before]) assertForm(form, position)
  const beyond = (position: Position, cursor: Position): boolean =>
    descending ? position < cursor : position > cursor
  const inside = rows.filter(
    ({ position }) =>
      (after === null || beyond(position, after)) &&
      (before === null || (position !== before && !beyond(position, before))),
  )
  const taken = backward ? inside.toReversed().slice(0, size + 1) : inside.slice(0, size + 1)
  return pageOf(request, taken, async () => rows.length)
}
