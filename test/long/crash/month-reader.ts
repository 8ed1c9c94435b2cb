import { graphOver } from '@daily-papers/graph/testing/graph.ts'
import type { Table } from '@daily-papers/store/table.ts'

/** A change as the graph tells it. */
export interface ListedChange {
  key: string
  kind: string
  paperId: string
}

const QUERY = `query ($after: String, $first: Int!) {
  changes(after: $after, first: $first) { nodes { key kind paperId } pageInfo { hasNextPage endCursor } }
}`
interface Answer {
  changes: { nodes: ListedChange[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
}

/** Asks the graph for changes page by page, and stores each page with its `endCursor` at once, or dies before. */
export function createReader({ client, name }: Table, random: () => number) {
  let cursor: string | null = null
  let at = 0
  const ask = graphOver(client, name, () => at)
  const changes: ListedChange[] = []
  const figures = { polls: 0, pollsKilled: 0 }
  async function page(now: number, first: number, dies: boolean): Promise<boolean> {
    at = now
    const { data, errors } = await ask<Answer>(QUERY, { after: cursor, first })
    if (errors.length > 0) throw new Error(JSON.stringify(errors))
    if (dies) {
      figures.pollsKilled++
      return false
    }
    changes.push(...data.changes.nodes)
    cursor = data.changes.pageInfo.endCursor
    return data.changes.pageInfo.hasNextPage
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
    stored: (): readonly ListedChange[] => changes,
  }
}
