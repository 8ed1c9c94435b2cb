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
import { ITEM_VERSION } from '../table/table.ts'

/** That a paper belongs to an entity, with what the paper says of it. */
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

/** An entity with the newest of its postings; the older ones, once they outgrow it, stand in one item a month. */
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
  /** That there are older ones, in items by month. */
  older?: true
  /** Only entities of two papers or more are in the index by paper count (decision 0006). */
  list?: ListName
  byPapers?: string
}

/** What most postings of an item say, and therefore leave out; of an entity's own item the name alone. */
type Common = Pick<Posting, 'name' | 'fullName' | 'avatar'>

/** What it has in common is said by its oldest paper, so that a month says the same whatever the entity is called. */
export interface MonthItem extends Key, Common {
  v: number
  papers: string[]
}

/** So many bytes of postings stand in the entity's own item: it stays within one write unit, and a first page needs no other. */
export const INLINE_BYTES = 700

export const postingSort = (posting: Posting): string => featuredSort(posting.day, posting.id)

/** What a posting says, in the order in which it is written. */
const SAID = ['name', 'also', 'accounts', 'fullName', 'avatar', 'claims', 'submits'] as const

/**
 * A posting as a short JSON text: place, then what it says. What its item says too is left out; what the item says and the
 * posting does not is null.
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

/** The counted papers: of an account those it claims, of the others all. */
const counts = (kind: EntityKind, posting: Posting): boolean => kind !== 'account' || posting.claims === true

/** The items of an entity: a function of its postings alone, so that no order of runs shows in the table. Empty without postings. */
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

/** The last texts that together take at most so many bytes; at least one. */
function newestWithin(texts: readonly string[], bytes: number): string[] {
  let first = texts.length - 1
  let taken = Buffer.byteLength(texts.at(-1) ?? '')
  while (first > 0) {
    taken += Buffer.byteLength(texts[first - 1] ?? '') + 3
    if (taken > bytes) break
    first--
  }
  return texts.slice(first)
}

/**
 * The postings in an entity's items, oldest first, each paper once: while they are written, one may stand in two items.
 * Without the months, the newest ones.
 */
export function postingsIn(entity: EntityItem | undefined, months: readonly MonthItem[]): Posting[] {
  const items = months.map(month => ({ papers: month.papers, common: commonOf(month) }))
  if (entity) items.push({ papers: entity.papers, common: { name: entity.name } })
  const all = items.flatMap(({ papers, common }) => papers.map(text => postingOf(text, common)))
  return [...new Map(all.map(posting => [postingSort(posting), posting])).values()].sort(byPlace)
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
