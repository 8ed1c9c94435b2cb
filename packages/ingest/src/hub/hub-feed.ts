import type { Day } from '@daily-papers/papers/paper.ts'
import { type Absence, type Feed, FeedError, type Reading } from '../feed.ts'
import { entriesIn, nextPage } from './hub-answer.ts'
import { createHubClient, type HubClient, type HubOptions } from './hub-client.ts'
import { isNotOpenYet } from './not-open.ts'

/** The largest page that the Hub allows. The default of 50 cuts busy days. */
const PAGE_SIZE = 100
/** Twenty times the busiest day. More is a paging loop. */
const MAX_PAGES = 20

/** The feed as the Hub serves it. A reading is the whole day or an error, never some of its pages. */
export const hubFeed = (options: HubOptions): Feed => feedOf(createHubClient(options))

export function feedOf(hub: HubClient): Feed {
  async function read(day: Day, signal: AbortSignal | undefined): Promise<Reading | Absence> {
    let readAt: string | null = null
    const entries: unknown[] = []
    let url = hub.url('/api/daily_papers')
    url.search = new URLSearchParams({ date: day, limit: String(PAGE_SIZE) }).toString()
    for (let pages = 1; pages <= MAX_PAGES; pages++) {
      const at = url
      const page = await hub.get(
        at,
        (answer, startedAt) =>
          isNotOpenYet(answer, day, hub.now())
            ? null
            : { startedAt, entries: entriesIn(answer), next: nextPage(answer.link, at) },
        signal,
      )
      if (!page) return { day, absent: 'not open yet' }
      readAt ??= new Date(page.startedAt).toISOString()
      entries.push(...page.entries)
      if (!page.next) return { day, readAt, entries }
      url = page.next
    }
    throw new FeedError(`the Hub still names a next page after ${MAX_PAGES} pages`, { retryable: true })
  }

  return {
    async read(day, signal) {
      try {
        return await read(day, signal)
      } catch (error) {
        signal?.throwIfAborted()
        if (!(error instanceof FeedError)) throw error
        throw new FeedError(`${day}: ${error.message}`, { retryable: error.retryable, cause: error })
      }
    },
  }
}
