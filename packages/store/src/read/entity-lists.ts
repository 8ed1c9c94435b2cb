import type { Entity, EntityKind } from '@daily-papers/papers/entity.ts'
import type { Paper } from '@daily-papers/papers/paper.ts'
import {
  type EntityItem,
  entityOf,
  type MonthItem,
  type Posting,
  postingSort,
  postingsIn,
} from '../items/entity-item.ts'
import { type PaperItem, paperOf } from '../items/paper-item.ts'
import { readTotals } from '../items/totals.ts'
import {
  assertForm,
  type Page,
  type PageRequest,
  type Position,
  PositionError,
  pageOf,
  pageOfRows,
  type Row,
} from '../page.ts'
import type { EntityOrder, Ordered, PapersOf } from '../questions.ts'
import {
  afterPrefix,
  countSort,
  entityKey,
  entityList as listOf,
  monthsPartition,
  paperKey,
  tieOf,
} from '../table/keys.ts'
import { getItems, queryAll } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { tableDefinition } from '../table/table-definition.ts'
import { PAPER_FORMS } from './positions.ts'
import { type KeyedList, type KeyedRows, queryPage, takeRows } from './query-page.ts'

type Of<K extends EntityKind> = Extract<Entity, { kind: K }>

const entityRow =
  <K extends EntityKind>(kind: K, position: (item: EntityItem) => string) =>
  (item: EntityItem): Row<Of<K>> => ({ node: entityOf(kind, item) as Of<K>, position: position(item) })

/** All entities of a kind by key, or those with a key prefix. 1 request. */
function named<K extends EntityKind>(
  table: Table,
  kind: K,
  descending: boolean,
  startsWith: string | null,
): KeyedList<EntityItem, Of<K>> {
  const pk = listOf(kind)
  return {
    keyRange: { partition: pk, from: startsWith || null, to: startsWith ? afterPrefix(startsWith) : null },
    descending,
    position: /./,
    startKey: position => ({ pk, sk: position }),
    row: entityRow(kind, item => item.sk),
    total: async () => (startsWith ? null : (await readTotals(table))[kind]),
  }
}

const COUNTED = /^\d{7}#./

/**
 * Entities by paper count. Entities with two papers or more are in an index. Entities with one paper follow by key,
 * from the list by name with the others skipped (decision 0006).
 */
function partsByCount<K extends EntityKind>(
  kind: K,
  descending: boolean,
): { counts: (n: number) => boolean; rows: KeyedRows<EntityItem, Of<K>> }[] {
  const index = tableDefinition.indexes.find(({ name }) => name === 'papers')
  if (!index) throw new Error('The table has no index papers')
  const pk = listOf(kind)
  const position = (item: EntityItem): string => countSort(item.count, item.sk)
  const many: KeyedRows<EntityItem, Of<K>> = {
    keyRange: { partition: pk, index },
    descending,
    position: COUNTED,
    startKey: at => ({ ...entityKey(kind, tieOf(at)), [index.partitionKey]: pk, [index.sortKey]: at }),
    row: entityRow(kind, position),
  }
  const few = (count: number): KeyedRows<EntityItem, Of<K>> => ({
    keyRange: { partition: pk },
    descending,
    position: COUNTED,
    sparse: true,
    startKey: at => ({ pk, sk: tieOf(at) }),
    row: item => (item.count === count ? entityRow(kind, position)(item) : null),
  })
  const ascending = [
    ...(kind === 'account' ? [{ counts: (n: number) => n === 0, rows: few(0) }] : []),
    { counts: (n: number) => n === 1, rows: few(1) },
    { counts: (n: number) => n > 1, rows: many },
  ]
  return descending ? ascending.reverse() : ascending
}

async function byCount<K extends EntityKind>(
  table: Table,
  kind: K,
  descending: boolean,
  request: PageRequest,
): Promise<Page<Of<K>>> {
  const { size, backward, after, before } = request
  const parts = partsByCount(kind, descending)
  const partOf = (position: Position): number => {
    assertForm(COUNTED, position)
    const found = parts.findIndex(({ counts }) => counts(Number(position.slice(0, 7))))
    if (found < 0) throw new PositionError(position)
    return found
  }
  const first = after === null ? 0 : partOf(after)
  const last = before === null ? parts.length - 1 : partOf(before)
  const inside = parts.map(({ rows }, i) => ({
    rows,
    after: i === first ? after : null,
    before: i === last ? before : null,
  }))
  const travelled = backward ? inside.slice(first, last + 1).reverse() : inside.slice(first, last + 1)
  const taken: Row<Of<K>>[] = []
  for (const { rows, ...cursors } of travelled) {
    const wanted = size + 1 - taken.length
    if (wanted > 0) taken.push(...(await takeRows(table, rows, { backward, ...cursors }, wanted)))
  }
  return pageOf(request, taken, async () => (await readTotals(table))[kind])
}

export async function entityList<K extends EntityKind>(
  table: Table,
  kind: K,
  { field, descending }: Ordered<EntityOrder>,
  startsWith: string | null,
  request: PageRequest,
): Promise<Page<Of<K>>> {
  if (field === 'name') return queryPage(table, named(table, kind, descending, startsWith), request)
  if (!startsWith) return byCount(table, kind, descending, request)
  throw new RangeError('A list that starts with given letters is ordered by name')
}

export async function entities<K extends EntityKind>(
  table: Table,
  kind: K,
  keys: readonly string[],
): Promise<(Of<K> | null)[]> {
  const items = await getItems<EntityItem>(
    table,
    keys.map(key => entityKey(kind, key)),
  )
  return items.map(item => (item ? (entityOf(kind, item) as Of<K>) : null))
}

/**
 * The papers of an entity. Its item has the newest, its months the older ones. 2 requests for a page among the newest
 * thirty or so, 3 further down.
 */
export async function papersOf(
  table: Table,
  of: PapersOf,
  descending: boolean,
  request: PageRequest,
): Promise<Page<Paper>> {
  const kind = of.kind === 'submitter' ? 'account' : of.kind
  const [item] = await getItems<EntityItem>(table, [entityKey(kind, of.key)])
  const belongs = (posting: Posting): boolean =>
    of.kind === 'submitter' ? posting.submits === true : of.kind !== 'account' || posting.claims === true
  const rowsIn = (months: readonly MonthItem[]): Row<string>[] => {
    const rows = (item ? postingsIn(item, months) : [])
      .filter(belongs)
      .map((posting): Row<string> => ({ node: posting.id, position: postingSort(posting) }))
    return descending ? rows.reverse() : rows
  }
  const inOrder = { descending, form: PAPER_FORMS.featuredOn }
  const newest = pageOfRows(rowsIn([]), request, inOrder)
  const isEnough = !item?.older || (descending && !request.backward && newest.hasNextPage)
  const months = isEnough
    ? []
    : await queryAll<MonthItem>(table, { partition: monthsPartition(kind, of.key) })
  const page = isEnough ? newest : pageOfRows(rowsIn(months), request, inOrder)
  const papers = await getItems<PaperItem>(
    table,
    page.rows.map(({ node }) => paperKey(node)),
  )
  return {
    ...page,
    total: async () => (of.kind === 'submitter' ? item?.submissions : item?.count) ?? 0,
    rows: page.rows.flatMap(({ position }, i) => {
      const paper = papers[i]
      return paper ? [{ node: paperOf(paper), position }] : []
    }),
  }
}
