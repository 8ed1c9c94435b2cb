import { examples } from '@daily-papers/api/graphiql/examples.ts'
import { describe, expect, test } from 'vitest'
import { exampleValues } from '../../packages/api/src/graphiql/example-values.ts'
import { corpora } from '../days/corpora.ts'
import { graphOfCorpus } from './table/graph-of-corpus.ts'

// Days that a backfill brought in have no changes, and nothing rises where each day was read once.
const answered = examples.filter(({ name }) => !/-(changes|rising)$/.test(name))

describe.each(corpora)('on the $name days', corpus => {
  const { ask, store } = graphOfCorpus(corpus)

  test.each(answered)('the example $name has an answer', async ({ query }) => {
    const { data, errors } = await ask(query, await exampleValues(store))
    expect(errors).toEqual([])
    expect(Object.values(data as object).flat()).not.toContain(null)
    expect(JSON.stringify(data)).not.toMatch(/^\{"\w+":\{[^{]*"(nodes|edges)":\[\]/)
  })
})
