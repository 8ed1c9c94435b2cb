import { hash } from 'node:crypto'
import type { Position } from './page.ts'

/** What a cursor belongs to: a list, in an order, under a filter. */
export interface List {
  /** For example `papers` or `Author.papers`. */
  list: string
  /** For example `upvotes-`. */
  order: string
  /** Canonical text of the parent and the filter; kept as a hash of 36 bits. */
  filter: string
}

/** A decoded cursor: its position, or why it cannot be used here. */
export type Decoded = { position: Position } | { problem: string }

const VERSION = '1'
const SEPARATOR = '|'
const LONGEST = 2_000

const hashed = (filter: string): string => hash('sha256', filter, 'base64url').slice(0, 6)

// A page asks for many cursors of one list.
const starts = new WeakMap<List, string>()

function startOf(of: List): string {
  const known = starts.get(of)
  if (known !== undefined) return known
  const start = [VERSION, of.list, of.order, hashed(of.filter), ''].join(SEPARATOR)
  starts.set(of, start)
  return start
}

/** The cursor of a row: where it stands in which list. It needs no secret, and stays valid across deployments. */
export function encodeCursor(of: List, position: Position): string {
  return Buffer.from(startOf(of) + position).toString('base64url')
}

/** Reads a cursor strictly: taken only in the list, order and filter that it was made for. */
export function decodeCursor(text: string, expected: List): Decoded {
  const garbage = { problem: 'no cursor of this API' }
  if (text.length > LONGEST) return garbage
  const bytes = Buffer.from(text, 'base64url')
  const decoded = bytes.toString()
  if (Buffer.from(decoded).toString('base64url') !== text) return garbage
  const [version, list, order, filter, ...rest] = decoded.split(SEPARATOR)
  const position = rest.join(SEPARATOR)
  if (version !== VERSION || !list || !order || !filter || position === '') return garbage
  if (list !== expected.list) return { problem: 'a cursor of another list' }
  if (order !== expected.order) return { problem: 'a cursor of another order of this list' }
  if (filter !== hashed(expected.filter))
    return { problem: 'a cursor of this list under another parent or filter' }
  return { position }
}
