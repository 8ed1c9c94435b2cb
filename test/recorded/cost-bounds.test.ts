import { schema } from '@daily-papers/graph/schema.ts'
import { anyQuery } from '@daily-papers/graph/testing/any-query.ts'
import { graphOver } from '@daily-papers/graph/testing/graph.ts'
import { currentSnapshot } from '@daily-papers/snapshot/current.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { createClient } from '@daily-papers/store/client.ts'
import fc from 'fast-check'
import { isObjectType, parse } from 'graphql'
import { describe, expect, inject, test } from 'vitest'
import { costOf, refusalOf } from '../../packages/graph/src/cost/cost.ts'
import { weightOf } from '../../packages/graph/src/cost/field-cost.ts'
import { hasRecordedDays, needsRecordedDays } from './days/recorded.ts'

interface Named {
  nodes: { id: string; name: string }[]
}

interface Papers {
  papers: {
    nodes: { list: unknown[] }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

describe.skipIf(!hasRecordedDays)(`the cost of queries over recorded days, ${needsRecordedDays}`, () => {
  const recorded = inject('recorded')
  const client = createClient({ endpoint: recorded?.endpoint })
  const ask = graphOver(
    client,
    recorded?.tableName ?? '',
    () => Date.parse('2026-05-30T08:00:00Z'),
    currentSnapshot({ place: folderPlace(recorded?.snapshots ?? '') }),
  )

  test('foresees every request to the store', async () => {
    const byCount = 'first: 5, orderBy: { field: PAPER_COUNT }'
    const { data } = await ask<Record<'authors' | 'keywords' | 'organizations' | 'hubUsers', Named>>(`{
      authors(${byCount}) { nodes { id name } } keywords(${byCount}) { nodes { id name } }
      organizations(${byCount}) { nodes { id name } } hubUsers(${byCount}) { nodes { id name: username } }
    }`)
    const { data: listed } = await ask<{ papers: { nodes: { id: string; paperId: string }[] } }>(
      '{ papers(first: 20, orderBy: { field: UPVOTES }) { nodes { id paperId } } }',
    )
    const names = ({ nodes }: Named) => nodes.map(({ name }) => name)
    const known = {
      papers: listed.papers.nodes.map(({ paperId }) => paperId),
      authors: names(data.authors),
      keywords: names(data.keywords),
      organizations: names(data.organizations),
      accounts: names(data.hubUsers),
      days: ['2024-03-12', '2025-03-10', '2026-05-04', '2026-05-29'],
      ids: [data.authors, data.keywords, data.organizations, data.hubUsers, listed.papers].flatMap(
        ({ nodes }) => nodes.map(({ id }) => id),
      ),
    }
    await fc.assert(
      fc.asyncProperty(anyQuery(known, 6), async query => {
        const cost = costOf(schema, parse(query))
        if (!cost || refusalOf(cost)) return
        const { requests, errors } = await ask(query)
        expect(errors.filter(({ code }) => code !== 'BAD_USER_INPUT')).toEqual([])
        expect(requests.length).toBeLessThanOrEqual(cost.requests)
      }),
      {
        numRuns: 150,
        // Each account's papers are read when its own query has come.
        examples: [
          [
            '{ hubUsers(first: 3, orderBy: { field: PAPER_COUNT, direction: DESC }) { nodes { papers(first: 4) { totalCount } } edges { node { papers(first: 1, direction: ASC) { totalCount } } } } }',
          ],
        ],
      },
    )
  })

  test('reckons with lists as long as the longest that papers hold', async () => {
    const paper = schema.getType('Paper')
    for (const field of ['keywords', 'days']) {
      const lengths: number[] = []
      let after: string | null = null
      do {
        const page: Papers = (
          await ask<Papers>(
            `query ($after: String) { papers(first: 100, after: $after, orderBy: { field: UPVOTES }) {
              nodes { list: ${field} { id } } pageInfo { hasNextPage endCursor } } }`,
            { after },
          )
        ).data
        lengths.push(...page.papers.nodes.map(({ list }) => list.length))
        after = page.papers.pageInfo.hasNextPage ? page.papers.pageInfo.endCursor : null
      } while (after !== null)
      const asked = isObjectType(paper) ? paper.getFields()[field] : undefined
      expect(asked && weightOf(asked, {}).size).toBeGreaterThanOrEqual(Math.max(...lengths))
    }
  })
})
