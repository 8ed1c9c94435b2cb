import type { SpelledKind } from '@daily-papers/papers/entity.ts'
import { type Key, spellingsKey } from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** Names with several spellings, by key, the canonical spelling first. */
type ByKey = Record<string, string[]>

/** A few hundred of 40,000 names have several spellings: some 20 KB for two years of the feed. */
export interface SpellingsItem extends Key {
  v: number
  names: Packed
}

/** The item with the spellings of some names replaced. Null when no name is left. */
export function spellingsItem(
  kind: SpelledKind,
  before: SpellingsItem | undefined,
  spelled: ReadonlyMap<string, readonly string[]>,
): SpellingsItem | null {
  const all = new Map<string, readonly string[]>([...Object.entries(namesIn(before)), ...spelled])
  const several = [...all].filter(([, spellings]) => spellings.length > 1)
  if (several.length === 0) return null
  several.sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...spellingsKey(kind), v: ITEM_VERSION, names: pack(Object.fromEntries(several)) }
}

const namesIn = (item: SpellingsItem | undefined): ByKey => (item ? unpack<ByKey>(item.names) : {})

/** Each spelling with its canonical name. */
export const canonicalNames = (item: SpellingsItem | undefined): Map<string, string> =>
  new Map(
    Object.values(namesIn(item)).flatMap(([canonical = '', ...others]) =>
      others.map((other): [string, string] => [other, canonical]),
    ),
  )
