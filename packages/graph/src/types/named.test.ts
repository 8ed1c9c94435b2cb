import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGraph, type TestGraph } from '../testing/graph.ts'
import { readings, weekend } from '../testing/week.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startGraph(readings, weekend)
})
afterAll(() => graph.close())

const writers = Array.from({ length: 7 }, (_, n) => `Writer ${n}`)
const labs = ['lab-0', 'lab-1', 'lab-2']

test.each([
  ['authors', 'WRITER', writers],
  ['authors', 'writer ', writers],
  ['authors', 'Writer-', writers],
  ['authors', "writer'\t", writers],
  ['authors', 'writ', writers],
  ['authors', 'writ ', []],
  ['authors', 'jose sample ', []],
  ['authors', ' jose sample', ['José Sample']],
  ['keywords', 'long-', ['long context']],
  ['keywords', 'lon', ['long context']],
  ['keywords', 'lon ', []],
  ['keywords', ' ', []],
  ['organizations', 'LAB-', labs],
  ['organizations', 'lab', ['lab', ...labs]],
  ['organizations', 'lab ', []],
])('of the %s, those that start with %j are %j', async (list, startsWith, names) => {
  const { data, errors } = await graph.ask<{ found: { nodes: { name: string }[] } }>(
    `query ($startsWith: String) { found: ${list}(startsWith: $startsWith) { nodes { name } } }`,
    { startsWith },
  )
  expect(errors).toEqual([])
  expect(data.found.nodes.map(({ name }) => name)).toEqual(names)
})
