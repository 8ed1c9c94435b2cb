import type { Entity, EntityKind } from '@daily-papers/papers/entity.ts'
import { countSort, entityKey, entityList, featuredSort, type Key, type ListName, monthKey } from './keys.ts'
import { ITEM_VERSION } from './table.ts'

/** That a paper belongs to an entity, with what the paper says of it. */
export interface Posting {
  day: string
  id: string
  /** The name as this paper prints it. */
  name: string
  /** author: the accounts that claim the name on this paper. */
  accounts?: string[]
  /** account: whether it claims the paper as an author, whether it submitted it. */
  claims?: true
  submits?: true
  /** organization, account. */
  fullName?: string
  avatar?: string
}

/** An entity as a set of postings is laid out as one item, or, when they outgrow it, as that item and one item a month. */
export interface EntityItem extends Key {
  v: number
  name: string
  count: number
  accounts?: string[]
  submissions?: number
  fullName?: string
  avatar?: string
  /** The postings, packed as `postingText`; absent when they stand in items by month. */
  papers?: string[]
  /** Only entities of two papers or more are in the index by paper count (decision 0006). */
  list?: ListName
  byPapers?: string
}

export interface MonthItem extends Key {
  v: number
  papers: string[]
}

/** Up to this many bytes of postings stand in the entity's own item, so that it stays within one write unit. */
export const INLINE_BYTES = 700

export const postingSort = (posting: Posting): string => featuredSort(posting.day, posting.id)

/** A posting as a short JSON text: place, then what it says, the name left out where the entity's own is the same. */
function postingText(posting: Posting, shownName: string): string {
  const { day, id, name, ...said } = posting
  const rest = name === shownName ? said : { name, ...said }
  const place = featuredSort(day, id)
  return Object.keys(rest).length ? `${place} ${JSON.stringify(rest)}` : place
}

function postingOf(text: string, shownName: string): Posting {
  const blank = text.indexOf(' ')
  const place = blank < 0 ? text : text.slice(0, blank)
  const said = blank < 0 ? {} : (JSON.parse(text.slice(blank + 1)) as Partial<Posting>)
  const hash = place.indexOf('#')
  return { day: place.slice(0, hash), id: place.slice(hash + 1), name: shownName, ...said }
}

const byPlace = (a: Posting, b: Posting): number => (postingSort(a) < postingSort(b) ? -1 : 1)

/** The counted papers: of an account those it claims, of the others all. */
const counts = (kind: EntityKind, posting: Posting): boolean => kind !== 'account' || posting.claims === true

/** The items of an entity: a function of its postings alone, so that no order of runs shows in the table. Empty without postings. */
export function entityItems(
  kind: EntityKind,
  key: string,
  postings: readonly Posting[],
): (EntityItem | MonthItem)[] {
  const sorted = [...postings].sort(byPlace)
  const [oldest] = sorted
  const newest = sorted.at(-1)
  if (!oldest || !newest) return []
  const { name } = oldest
  const count = sorted.filter(posting => counts(kind, posting)).length
  const accounts = [...new Set(sorted.flatMap(posting => posting.accounts ?? []))].sort()
  const texts = sorted.map(posting => postingText(posting, name))
  const inline = texts.reduce((bytes, text) => bytes + Buffer.byteLength(text) + 3, 0) <= INLINE_BYTES
  const entity: EntityItem = {
    ...entityKey(kind, key),
    v: ITEM_VERSION,
    name,
    count,
    ...(accounts.length ? { accounts } : {}),
    ...(kind === 'account' ? { submissions: sorted.filter(posting => posting.submits).length } : {}),
    ...(newest.fullName ? { fullName: newest.fullName } : {}),
    ...(newest.avatar ? { avatar: newest.avatar } : {}),
    ...(inline ? { papers: texts } : {}),
    ...(count > 1 ? { list: entityList(kind), byPapers: countSort(count, key) } : {}),
  }
  if (inline) return [entity]
  const months = Map.groupBy(texts, text => text.slice(0, 7))
  return [
    entity,
    ...[...months].map(([month, papers]) => ({ ...monthKey(kind, key, month), v: ITEM_VERSION, papers })),
  ]
}

/** The postings in an entity's items, oldest first. */
export function postingsIn(entity: EntityItem, months: readonly MonthItem[]): Posting[] {
  const texts = entity.papers ?? months.flatMap(month => month.papers)
  return texts.map(text => postingOf(text, entity.name)).sort(byPlace)
}

/** What the graph shows of an entity. */
export function entityOf(kind: EntityKind, item: EntityItem): Entity {
  const base = { key: item.sk, name: item.name, paperCount: item.count }
  const profile = { fullName: item.fullName ?? null, avatar: item.avatar ?? null }
  switch (kind) {
    case 'author':
      return { kind, ...base, accounts: item.accounts ?? [] }
    case 'keyword':
      return { kind, ...base }
    case 'organization':
      return { kind, ...base, ...profile }
    case 'account':
      return { kind, ...base, submissionCount: item.submissions ?? 0, ...profile }
  }
}
