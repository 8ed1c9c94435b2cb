import { accountKey, authorKey } from '@daily-papers/papers/names.ts'
import { type EntityItem, type MonthItem, postingsIn } from '../items/entity-item.ts'
import { entityKey, monthsPartition } from '../keys.ts'
import { getItems, queryAll, type Table, writeItems } from '../requests.ts'
import { forgottenItem, readForgotten, without } from './forgotten.ts'
import type { Lease } from './lease.ts'
import { replan } from './replan.ts'

/**
 * Takes a person out of everything that is shown, and keeps them out of what later runs read.
 * @param who A printed name or a username.
 * @returns the papers they were taken out of; empty when the table knows nobody of that name, who is kept out all the same.
 */
export async function forget(table: Table, lease: Lease, who: string): Promise<string[]> {
  const kinds = [
    ['author', authorKey(who)],
    ['account', accountKey(who)],
  ] as const
  await writeItems(
    table,
    kinds.map(([kind, key]) => forgottenItem(kind, key)),
  )
  const ids = new Set<string>()
  const items = await getItems<EntityItem>(
    table,
    kinds.map(([kind, key]) => entityKey(kind, key)),
    { consistent: true },
  )
  for (const [i, [kind, key]] of kinds.entries()) {
    const item = items[i]
    if (!item) continue
    const months = await queryAll<MonthItem>(
      table,
      { partition: monthsPartition(kind, key) },
      { consistent: true },
    )
    for (const { id } of postingsIn(item, months)) ids.add(id)
  }
  const forgotten = await readForgotten(table)
  await replan(table, lease, [...ids], fact => without(fact, forgotten))
  return [...ids]
}
