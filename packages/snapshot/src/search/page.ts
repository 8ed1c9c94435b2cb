import { type Page, type PageRequest, PositionError, pageOf } from '@daily-papers/store/page.ts'

/** A list that is read by index, from 0. */
export interface Listed<T> {
  /** Called only when a page is counted from the end. */
  length: () => number
  read: (offset: number, limit: number) => readonly T[]
}

/** A page of a list whose positions are indexes. */
export function pageByPlace<T>(request: PageRequest, list: Listed<T>, total: number): Page<T> {
  const placeOf = (position: string): number => {
    if (/^(0|[1-9]\d{0,6})$/.test(position)) return Number(position)
    throw new PositionError(position)
  }
  const { size, backward, after, before } = request
  const from = after === null ? 0 : placeOf(after) + 1
  const to = before === null ? (backward ? list.length() : Number.POSITIVE_INFINITY) : placeOf(before)
  const end = backward ? Math.min(to, list.length()) : to
  const offset = backward ? Math.max(end - size - 1, from) : from
  const limit = Math.min(size + 1, end - offset)
  const rows = (limit > 0 ? list.read(offset, limit) : []).map((node, i) => ({
    node,
    position: String(offset + i),
  }))
  return pageOf(request, backward ? rows.reverse() : rows, async () => total)
}
