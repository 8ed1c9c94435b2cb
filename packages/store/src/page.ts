/** A place in a list: the sort string of a row. Lists are totally ordered by it. */
export type Position = string

/** Which rows of a list are wanted: `size` from its start (after `after`) or, backward, from its end (before `before`). */
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
  /** In list order, whichever way the page was asked. */
  rows: Row<T>[]
  /** Exact in the direction of travel; the other one is true exactly when a cursor was given for it. */
  hasNextPage: boolean
  hasPreviousPage: boolean
  /** The exact number of rows of the whole list, or null where no key answers it. Costs a request only where a question says so. */
  total(): Promise<number | null>
}
