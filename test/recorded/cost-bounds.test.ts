import { schema } from '@daily-papers/graph/schema.ts'
import { anyQuery } from '@daily-papers/graph/testing/any-query.ts'
import fc from 'fast-check'
import { isObjectType, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { costOf, refusalOf } from '../../packages/graph/src/cost/cost.ts'
import { costOfField } from '../../packages/graph/src/cost/field-cost.ts'
import { corpora } from '../days/corpora.ts'
import { graphOfCorpus } from './table/graph-of-corpus.ts'

interface Named {
  nodes: { id: string; name: string }[]
}

interface Papers {
  papers: {
    nodes: { list: unknown[] }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

describe.each(corpora)('the cost of queries over $name days', corpus => {
  const { ask } = graphOfCorpus(corpus)

  test('is at least the requests to the store', async () => {
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
      days: [0, 5, -10, -1].map(at => corpus.days.at(at) ?? ''),
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
        expect(requests.length).toBeLessThanOrEqual(cost.reads)
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

  test('assumes lists as long as the longest that a paper holds', async () => {
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
      expect(asked && costOfField(asked, {}).size).toBeGreaterThanOrEqual(Math.max(...lengths))
    }
  })
})
