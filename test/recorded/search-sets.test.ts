import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recorded } from '../days/recorded.ts'
import { buildIndexes, type Indexes } from './search/indexes.ts'
import { measure } from './search/measures.ts'
import { type Relevance, relevanceOf } from './search/relevance.ts'

test('a list that finds all first measures 1, and one that finds half of it third measures less', () => {
  const queries = [{ query: 'q', wanted: new Set(['a', 'b']) }]
  expect(measure(() => ['a', 'b', 'c'], queries)).toEqual({
    recallAt10: 1,
    recallAt100: 1,
    mrr: 1,
    ndcgAt10: 1,
  })
  const { ndcgAt10, ...found } = measure(() => ['c', 'd', 'b'], queries)
  expect(found).toEqual({ recallAt10: 0.5, recallAt100: 0.5, mrr: 1 / 3 })
  expect(ndcgAt10).toBeCloseTo(0.5 / (1 + 1 / Math.log2(3)))
})

/** Generated text has no meaning, so that only recorded days say anything here. */
const some = recorded ? [recorded] : []

describe.each(some)('relevance over all $name days', corpus => {
  let indexes: Indexes
  let found: Relevance
  beforeAll(async () => {
    indexes = await buildIndexes(corpus)
    found = relevanceOf(indexes, 7, 300)
  }, 600_000)
  afterAll(() => indexes.close())

  test.each([
    ['summary', 0.93, 0.87],
    ['keywords', 0.96, 0.93],
    ['title', 0.93, 0],
  ] as const)('a paper is found by its %s', (set, recall, mrr) => {
    expect(found.sets[set].ours.recallAt10).toBeGreaterThanOrEqual(recall)
    expect(found.sets[set].ours.mrr).toBeGreaterThanOrEqual(mrr)
  })

  test('related papers and those without the words are found better than by words alone', () => {
    const { related, hidden } = found.sets
    expect(related.ours.recallAt100 / related.plain.recallAt100).toBeGreaterThanOrEqual(1.08)
    expect(related.ours.ndcgAt10 / related.plain.ndcgAt10).toBeGreaterThanOrEqual(1.03)
    expect(hidden.ours.recallAt100 / hidden.plain.recallAt100).toBeGreaterThanOrEqual(1.03)
  })

  test('similar papers share far more than papers by chance', () => {
    expect(found.neighbours.ours / found.neighbours.random).toBeGreaterThanOrEqual(3.5)
  })

  test('no neighbour is there for an author of many papers, or for one of many authors, alone', () => {
    expect(found.neighbours.byWeakAuthor).toBe(0)
  })
})
