import type { Day } from '@daily-papers/papers/paper.ts'
import { type Key, rawKey } from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { type Packed, pack } from './pack.ts'

/** A feed entry as received, without its counters, so that a later parser can read more from it. */
export interface RawItem extends Key {
  v: number
  hash: string
  doc: Packed
}

export const rawItem = (id: string, day: Day, hash: string, raw: Record<string, unknown>): RawItem => ({
  ...rawKey(id, day),
  v: ITEM_VERSION,
  hash,
  doc: pack(raw),
})
