import type { Change, MetadataPart } from '@daily-papers/papers/change.ts'
import { DAY_MS } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { changesKey, type Key } from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** How long changes are listed without a cursor. */
export const CHANGES_LISTED_MS = 90 * DAY_MS
/**
 * How long changes are stored: one day longer, so that a reader who began at the oldest can go on. Cursors hold only the
 * day of the poll.
 */
export const CHANGES_STORED_MS: number = CHANGES_LISTED_MS + DAY_MS

/** The changes of one step of the ingest. They are a single item, so that readers see all of them or none. */
export interface ChangesItem extends Key {
  v: number
  changes: Packed
  expires: number
}

/** A step's changes, and the instant that orders them among other steps. */
export interface Changes {
  stamp: Instant
  changes: readonly Change[]
}

type ChangeTuple = [kind: Change['kind'], paperId: string, at: Instant, what?: Day | number | MetadataPart[]]

const tupleOf = (change: Change): ChangeTuple => {
  const { kind, paperId, at } = change
  switch (kind) {
    case 'featured':
      return [kind, paperId, at, change.day]
    case 'metadataChanged':
      return [kind, paperId, at, change.parts]
    case 'codeAdded':
    case 'modelAdded':
    case 'datasetAdded':
    case 'spaceAdded':
      return [kind, paperId, at]
    case 'upvotesPassed':
      return [kind, paperId, at, change.threshold]
  }
}

function changeOf([kind, paperId, at, what]: ChangeTuple): Change {
  switch (kind) {
    case 'featured':
      return { kind, paperId, at, day: what as Day }
    case 'metadataChanged':
      return { kind, paperId, at, parts: what as MetadataPart[] }
    case 'codeAdded':
    case 'modelAdded':
    case 'datasetAdded':
    case 'spaceAdded':
      return { kind, paperId, at }
    case 'upvotesPassed':
      return { kind, paperId, at, threshold: what as number }
  }
}

export const changesItem = ({ stamp, changes }: Changes): ChangesItem => ({
  ...changesKey(stamp),
  v: ITEM_VERSION,
  changes: pack(changes.map(tupleOf)),
  expires: Math.floor((Date.parse(stamp) + CHANGES_STORED_MS) / 1_000),
})

export const changesIn = (item: ChangesItem): Change[] => unpack<ChangeTuple[]>(item.changes).map(changeOf)
