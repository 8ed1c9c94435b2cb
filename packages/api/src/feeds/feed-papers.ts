import { entityKeyOf } from '@daily-papers/graph/arguments/entity-key.ts'
import { MOST_IN_PAGE } from '@daily-papers/graph/arguments/page.ts'
import { type FeedSubject, MOST_ENTRIES, NEWEST_LOOKED_AT } from '@daily-papers/graph/feed-address.ts'
import type { Paper } from '@daily-papers/papers/paper.ts'
import type { Page, PageRequest, Position } from '@daily-papers/store/page.ts'
import type { Questions } from '@daily-papers/store/questions.ts'

/** What a feed shows. */
export interface FeedContents {
  title: string
  /** The page on the Hub with the same papers. Null when there is none. */
  home: string | null
  /** Newest day first, then by id. */
  papers: Paper[]
}

type Ask = (page: PageRequest) => Promise<Page<Paper>>

/** The papers of a list with enough upvotes, newest first. Unknown upvotes are not enough. */
async function newest(ask: Ask, minUpvotes: number | null): Promise<Paper[]> {
  const found: Paper[] = []
  let after: Position | null = null
  for (let looked = 0; looked < NEWEST_LOOKED_AT; looked += MOST_IN_PAGE) {
    const page: Page<Paper> = await ask({ size: MOST_IN_PAGE, backward: false, after, before: null })
    const papers = page.rows.map(({ node }) => node)
    found.push(...papers.filter(({ upvotes }) => minUpvotes === null || (upvotes ?? -1) >= minUpvotes))
    after = page.rows.at(-1)?.position ?? null
    if (found.length >= MOST_ENTRIES || !page.hasNextPage || after === null) break
  }
  return found.slice(0, MOST_ENTRIES)
}

const HUB = 'https://huggingface.co'
/** Not by votes, because the feed would then change every hour. */
const byDay = { field: 'featuredOn', descending: true } as const

/** The papers of a feed. Null when nothing has this name. A day without papers is an empty feed. */
export async function feedContents(
  store: Questions,
  subject: FeedSubject,
  minUpvotes: number | null,
): Promise<FeedContents | null> {
  if (subject.kind === 'latest') {
    const papers = await newest(page => store.paperList(byDay, null, page), minUpvotes)
    return { title: 'Daily Papers', home: `${HUB}/papers`, papers }
  }
  if (subject.kind === 'day') {
    const { day } = subject
    const papers = await newest(page => store.papersOn(day, byDay, page), minUpvotes)
    return { title: `Daily Papers of ${day}`, home: `${HUB}/papers/date/${day}`, papers }
  }
  const { kind, name } = subject
  const key = entityKeyOf(kind, name)
  const [entity] = await store.entities(kind, [key])
  if (!entity) return null
  const papers = await newest(page => store.papersOf({ kind, key }, true, page), minUpvotes)
  if (entity.kind !== 'organization') return { title: `Daily Papers: ${entity.name}`, home: null, papers }
  return {
    title: `Daily Papers: ${entity.fullName ?? entity.name}`,
    home: `${HUB}/${encodeURIComponent(entity.name.toWellFormed())}`,
    papers,
  }
}
