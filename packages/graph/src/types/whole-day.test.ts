import { printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { costOf, refusalOf } from '../cost/cost.ts'
import { schema } from '../schema.ts'
import { startGraph, type TestGraph } from '../testing/graph.ts'

const day = '2024-05-06'
const PAPERS = 92
const AUTHORS = 20
const numbers = Array.from({ length: PAPERS }, (_, n) => n)

let graph: TestGraph
beforeAll(async () => {
  const entries = numbers.map(n =>
    readEntry(`2405.${String(n).padStart(5, '0')}`, day, {
      description: {
        authors: Array.from({ length: AUTHORS }, (_, a) => printed(`Author ${a} of ${n}`)),
        keywords: ['sampling', `topic ${n}`],
        organization: { name: `lab-${n % 9}`, fullName: `Lab ${n % 9}`, avatar: null },
        code: { url: `https://github.com/example/${n}`, addedBy: 'user' },
      },
      counters: { upvotes: n, githubStars: n },
    }),
  )
  graph = await startGraph([reading(day, `${day}T23:00:00.000Z`, ...entries)], `${day}T23:00:00.000Z`)
})
afterAll(() => graph.close())

interface Shown {
  title: string
  keywords: { name: string }[]
  organization: { name: string }
  code: { url: string; stars: number }
  authors: { totalCount: number; nodes: { name: string }[] }
}

test('a whole day of 92 papers with 20 authors each, keywords, organization and code is answered', async () => {
  const query = `{ day { date papers(first: 100) { totalCount nodes {
    title abstract upvotes keywords { name } organization { name fullName } code { url stars }
    authors(first: 20) { totalCount nodes { ref name } }
  } } } }`
  const cost = costOf(schema, parse(query))
  expect(cost && refusalOf(cost)).toBeNull()
  const { data, errors, requests } = await graph.ask<{
    day: { date: string; papers: { totalCount: number; nodes: Shown[] } }
  }>(query)
  expect(errors).toEqual([])
  expect(requests).toEqual(['Query', 'Query'])
  const { totalCount, nodes } = data.day.papers
  expect([data.day.date, totalCount]).toEqual([day, PAPERS])
  expect(nodes.map(({ code }) => code.stars)).toEqual(numbers.toReversed())
  for (const { authors, keywords, organization, code } of nodes) {
    const n = code.stars
    expect(authors.totalCount).toBe(AUTHORS)
    expect(authors.nodes.map(({ name }) => name)).toEqual(
      Array.from({ length: AUTHORS }, (_, a) => `Author ${a} of ${n}`),
    )
    expect(keywords).toEqual([{ name: 'sampling' }, { name: `topic ${n}` }])
    expect(organization.name).toBe(`lab-${n % 9}`)
  }
})
