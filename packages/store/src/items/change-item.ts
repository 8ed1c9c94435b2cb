import type { Change, MetadataPart } from '@daily-papers/papers/change.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { changesKey, type Key } from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table.ts'
import { type Packed, pack, unpack } from './pack.ts'

const DAY_MS = 24 * 3_600_000
/** So long what happened is told to who asks without a cursor. */
export const CHANGES_TOLD_MS = 90 * DAY_MS
/** So long it is kept: who began among the oldest has a day to go on, and of its end a cursor tells the day alone. */
export const CHANGES_KEPT_MS: number = CHANGES_TOLD_MS + DAY_MS

/** What one step of the ingest found changed: a single item, so that all of it is seen at once or none. */
export interface ChangesItem extends Key {
  v: number
  changes: Packed
  expires: number
}

/** A step's changes, and the instant by which they are ordered among those of other steps. */
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
  expires: Math.floor((Date.parse(stamp) + CHANGES_KEPT_MS) / 1_000),
})

export const changesIn = (item: ChangesItem): Change[] => unpack<ChangeTuple[]>(item.changes).map(changeOf)
