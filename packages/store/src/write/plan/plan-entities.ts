import type { EntityKind } from '@daily-papers/papers/entity.ts'
import {
  type EntityItem,
  entityItems,
  type MonthItem,
  type Posting,
  postingSort,
  postingsIn,
  spellingsOf,
} from '../../items/entity-item.ts'
import { entityName } from '../../items/postings.ts'
import { entityKey, type Key, monthsPartition } from '../../table/keys.ts'
import { getItems, queryAll, type Write } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import type { PaperPlan } from './plan-papers.ts'

export interface EntityPlan {
  kind: EntityKind
  key: string
  existed: boolean
  exists: boolean
  /** Whether it had items by month. */
  older: boolean
  /** The spellings on its papers, earliest paper first, before and after. */
  spellings: { before: string[]; after: string[] }
  /**
   * Writes that move papers between an entity's items. The first writes add each paper to its new item, the later ones
   * remove it from the old.
   */
  first: Write[]
  later: Write[]
}

/**
 * Updates entities with `papers`. Postings of these papers are replaced, all others stay. Consistent reads: 1 request
 * for each 100 entities, and 1 for each that has outgrown its item.
 * @param touched `older` where there may be items by month that the entity's own item does not mention
 */
export async function planEntities(
  table: Table,
  touched: Iterable<{ kind: EntityKind; key: string; older?: boolean }>,
  papers: readonly PaperPlan[],
): Promise<EntityPlan[]> {
  const wanted = [
    ...new Map(
      [...touched].map(({ kind, key, older }) => [entityName(kind, key), { kind, key, older }]),
    ).values(),
  ]
  const planned = new Set(papers.map(paper => paper.id))
  const said = new Map<string, Posting[]>()
  for (const { after } of papers)
    for (const [name, { posting }] of after) said.set(name, [...(said.get(name) ?? []), posting])

  const items = await getItems<EntityItem>(
    table,
    wanted.map(({ kind, key }) => entityKey(kind, key)),
    {
      consistent: true,
    },
  )
  const plans: EntityPlan[] = []
  for (const [i, { kind, key, older = false }] of wanted.entries()) {
    const item = items[i]
    const months =
      older || item?.older
        ? await queryAll<MonthItem>(table, { partition: monthsPartition(kind, key) }, { consistent: true })
        : []
    const had = postingsIn(item, months)
    const kept = had.filter(posting => !planned.has(posting.id))
    const has = [...kept, ...(said.get(entityName(kind, key)) ?? [])]
    const [entity, ...rest] = entityItems(kind, key, has)
    const spellings = { before: spellingsOf(had), after: spellingsOf(has) }
    const own = differences(item ? [item] : [], entity ? [entity] : [])
    const byMonth = differences(months, rest)
    const [first, later] = isMovedBack(months, entity) ? [own, byMonth] : [byMonth, own]
    const [existed, exists] = [item !== undefined, entity !== undefined]
    plans.push({ kind, key, existed, exists, older: months.length > 0, spellings, first, later })
  }
  return plans
}

/** Whether papers move from items by month to the entity's own item. Else they move the other way, if at all. */
function isMovedBack(months: readonly MonthItem[], entity: EntityItem | undefined): boolean {
  const before = new Set(postingsIn(undefined, months).map(postingSort))
  return postingsIn(entity, []).some(posting => before.has(postingSort(posting)))
}

const place = ({ pk, sk }: Key): string => `${pk}\n${sk}`

/** The writes that turn some items into others. Only differences are written. */
function differences(before: readonly Key[], after: readonly Key[]): Write[] {
  const had = new Map(before.map(item => [place(item), item]))
  const has = new Set(after.map(place))
  const puts = after
    .filter(item => !sameItem(had.get(place(item)), item))
    .map((item): Write => ({ put: item }))
  const deletes = before.filter(item => !has.has(place(item))).map((item): Write => ({ delete: item }))
  return [...puts, ...deletes]
}

const sortedText = (item: Key): string =>
  JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
const sameItem = (a: Key | undefined, b: Key): boolean => a !== undefined && sortedText(a) === sortedText(b)
