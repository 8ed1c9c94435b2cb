import type { Entity, EntityKind } from '@daily-papers/papers/entity.ts'
import {
  countSort,
  entityKey,
  entityList,
  featuredPlace,
  featuredSort,
  type Key,
  type ListName,
  monthKey,
} from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'

/** Posting: a paper's link to an entity, with the facts that the paper gives about it. */
export interface Posting {
  day: string
  id: string
  /** The name as printed on this paper. */
  name: string
  /** The other spellings of the name on the same paper. */
  also?: string[]
  /** author: the accounts that claim the name on this paper. */
  accounts?: string[]
  /** account: whether it claims the paper as an author, whether it submitted it. */
  claims?: true
  submits?: true
  /** organization, account. */
  fullName?: string
  avatar?: string
}

/** An entity with its newest postings. Older postings move to one item a month when they outgrow it. */
export interface EntityItem extends Key {
  v: number
  name: string
  count: number
  accounts?: string[]
  submissions?: number
  fullName?: string
  avatar?: string
  /** The newest postings, oldest first, each as `postingText`. */
  papers: string[]
  /** True if there are older postings, in items by month. */
  older?: true
  /** Only entities of two papers or more are in the index by paper count (decision 0006). */
  list?: ListName
  byPapers?: string
}

/** Values that most postings of an item share, and therefore leave out. In an entity's own item, only the name. */
type Common = Pick<Posting, 'name' | 'fullName' | 'avatar'>

/** The shared values come from its oldest paper, so that a month does not depend on the entity's name. */
export interface MonthItem extends Key, Common {
  v: number
  papers: string[]
}

/**
 * The most bytes of postings in the entity's own item. It stays within one write unit, and a first page needs no other
 * item.
 */
export const INLINE_BYTES = 700

export const postingSort = (posting: Posting): string => featuredSort(posting.day, posting.id)

/** The fields of a posting, in the order in which they are written. */
const SAID = ['name', 'also', 'accounts', 'fullName', 'avatar', 'claims', 'submits'] as const

/**
 * A posting as a short JSON text: its position, then its fields. A value shared with the item is left out. A value that
 * only the item has is null.
 */
function postingText(posting: Posting, common: Common): string {
  const { day, id } = posting
  const said = SAID.flatMap(field => {
    const [own, shared] = [posting[field], common[field as keyof Common]]
    return own === shared ? [] : [[field, own ?? null]]
  })
  const place = featuredSort(day, id)
  return said.length ? `${place} ${JSON.stringify(Object.fromEntries(said))}` : place
}

function postingOf(text: string, common: Common): Posting {
  const blank = text.indexOf(' ')
  const place = blank < 0 ? text : text.slice(0, blank)
  const said = blank < 0 ? {} : JSON.parse(text.slice(blank + 1))
  const known = Object.entries({ ...common, ...said }).filter(([, value]) => value !== null)
  return { ...featuredPlace(place), ...(Object.fromEntries(known) as Common) }
}

const commonOf = ({ name, fullName, avatar }: Common): Common => ({
  name,
  ...(fullName ? { fullName } : {}),
  ...(avatar ? { avatar } : {}),
})

/** The distinct spellings of a name in the order of the papers that print them. */
export const spellingsOf = (postings: readonly Posting[]): string[] => [
  ...new Set([...postings].sort(byPlace).flatMap(({ name, also = [] }) => [name, ...also])),
]

const byPlace = (a: Posting, b: Posting): number => (postingSort(a) < postingSort(b) ? -1 : 1)

/** The papers that count: for an account those it claims, else all. */
const counts = (kind: EntityKind, posting: Posting): boolean => kind !== 'account' || posting.claims === true

/**
 * The items of an entity. They depend only on its postings, so the order of runs leaves no trace. Empty without
 * postings.
 */
export function entityItems(
  kind: EntityKind,
  key: string,
  postings: readonly Posting[],
): [] | [EntityItem, ...MonthItem[]] {
  const sorted = [...postings].sort(byPlace)
  const [oldest] = sorted
  const newest = sorted.at(-1)
  if (!oldest || !newest) return []
  const { name } = oldest
  const count = sorted.filter(posting => counts(kind, posting)).length
  const accounts = [...new Set(sorted.flatMap(posting => posting.accounts ?? []))].sort()
  const texts = sorted.map(posting => postingText(posting, { name }))
  const papers = newestWithin(texts, INLINE_BYTES)
  const older = sorted.slice(0, sorted.length - papers.length)
  const entity: EntityItem = {
    ...entityKey(kind, key),
    v: ITEM_VERSION,
    name,
    count,
    ...(accounts.length ? { accounts } : {}),
    ...(kind === 'account' ? { submissions: sorted.filter(posting => posting.submits).length } : {}),
    ...(newest.fullName ? { fullName: newest.fullName } : {}),
    ...(newest.avatar ? { avatar: newest.avatar } : {}),
    papers,
    ...(older.length ? { older: true } : {}),
    ...(count > 1 ? { list: entityList(kind), byPapers: countSort(count, key) } : {}),
  }
  const months = Map.groupBy(older, ({ day }) => day.slice(0, 7))
  return [entity, ...[...months].map(([month, postings]) => monthItem(kind, key, month, postings))]
}

function monthItem(kind: EntityKind, key: string, month: string, postings: readonly Posting[]): MonthItem {
  const common = commonOf(postings[0] ?? { name: '' })
  const papers = postings.map(posting => postingText(posting, common))
  return { ...monthKey(kind, key, month), v: ITEM_VERSION, ...common, papers }
}

/** The last texts that fit into this many bytes, at least one. */
function newestWithin(texts: readonly string[], bytes: number): string[] {
  let taken = -3
  const tooMuch = texts.findLastIndex(text => {
    taken += Buffer.byteLength(text) + 3
    return taken > bytes
  })
  return texts.slice(Math.min(tooMuch + 1, texts.length - 1))
}

/**
 * The postings in an entity's items, oldest first, each paper once. During a write, a paper may be in two items.
 * Without the months, only the newest ones.
 */
export function postingsIn(entity: EntityItem | undefined, months: readonly MonthItem[]): Posting[] {
  const items = months.map(month => ({ papers: month.papers, common: commonOf(month) }))
  if (entity) items.push({ papers: entity.papers, common: { name: entity.name } })
  const all = items.flatMap(({ papers, common }) => papers.map(text => postingOf(text, common)))
  return [...new Map(all.map(posting => [postingSort(posting), posting])).values()].sort(byPlace)
}

/** An entity as the graph shows it. */
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
