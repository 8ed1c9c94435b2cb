import type { Change } from '@daily-papers/papers/change.ts'
import type { Questions } from '@daily-papers/store/questions.ts'

/** Asks for changes page by page, and stores each page with its end at once, or dies before. */
export function createReader(store: Questions, random: () => number) {
  let cursor: string | null = null
  const changes: Change[] = []
  const figures = { polls: 0, pollsKilled: 0 }
  async function page(now: number, size: number, dies: boolean): Promise<boolean> {
    const request = { after: cursor, since: null, kinds: null, size, now }
    const { rows, end = null, hasNextPage } = await store.changes(request)
    if (dies) {
      figures.pollsKilled++
      return false
    }
    changes.push(...rows.map(({ node }) => node))
    cursor = end
    return hasNextPage
  }
  return {
    figures,
    async poll(now: number): Promise<void> {
      figures.polls++
      while (await page(now, 1 + Math.floor(random() * 60), random() < 0.3));
    },
    async catchUp(now: number): Promise<void> {
      while (await page(now, 100, false));
    },
    stored: (): readonly Change[] => changes,
  }
}
