import type { SpelledKind } from '@daily-papers/papers/entity.ts'
import { type SpellingsItem, spellingsItem } from '../../items/spellings-item.ts'
import { spellingsKey } from '../../table/keys.ts'
import { getItems, type Write } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import type { EntityPlan } from './plan-entities.ts'

const KINDS: readonly SpelledKind[] = ['author', 'keyword']

/** Whether a step changes the spellings of an entity's name. */
export const isSpelledAnew = ({ spellings: { before, after } }: EntityPlan): boolean =>
  Math.max(before.length, after.length) > 1 && before.join('\n') !== after.join('\n')

/** Updates the lists of names with several spellings. 1 request; none without entities. */
export async function planSpellings(table: Table, entities: readonly EntityPlan[]): Promise<Write[]> {
  const writes = await Promise.all(
    KINDS.map(async (kind): Promise<Write[]> => {
      const spelled = new Map(
        entities.filter(each => each.kind === kind).map(({ key, spellings }) => [key, spellings.after]),
      )
      if (spelled.size === 0) return []
      const [before] = await getItems<SpellingsItem>(table, [spellingsKey(kind)], { consistent: true })
      const after = spellingsItem(kind, before, spelled)
      if (!after) return before ? [{ delete: before }] : []
      return before && Buffer.compare(before.names, after.names) === 0 ? [] : [{ put: after }]
    }),
  )
  return writes.flat()
}
