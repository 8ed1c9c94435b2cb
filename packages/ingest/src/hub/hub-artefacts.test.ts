import { describe, expect, test } from 'vitest'
import { artefactsOf } from './hub-artefacts.ts'
import { createHubClient } from './hub-client.ts'

const NOW = '2026-05-29T10:00:00.000Z'
const model = (id: string, likes?: unknown, more = {}) => ({ id, likes, ...more })

/** Reads a paper from a Hub that gives these responses in turn, the last one for ever. */
async function read(...responses: [status: number, body: unknown][]) {
  const urls: string[] = []
  const hub = createHubClient({
    baseUrl: 'https://hub.example/',
    fetch: async url => {
      urls.push(String(url))
      const [status, body] = responses[Math.min(urls.length, responses.length) - 1] ?? [500, '']
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
    },
    now: () => Date.parse(NOW),
    sleep: async () => {},
  })
  const reading = artefactsOf(hub).artefactsOf('2605.00001')
  return { urls, artefacts: await reading.catch((error: Error) => error) }
}

const answer = (models: unknown[], datasets: unknown[] = [], spaces: unknown[] = []) =>
  [200, { models, datasets, spaces }] as [number, unknown]

describe('what links a paper', () => {
  test('is counted whole, and the ten with most likes are kept, ties by id', async () => {
    const models = Array.from({ length: 30 }, (_, i) => model(`a/m${10 + i}`, i % 3))
    const { urls, artefacts } = await read(answer(models, [model('a/d', 4)]))
    expect(urls).toEqual(['https://hub.example/api/arxiv/2605.00001/repos'])
    expect(artefacts).toMatchObject({
      paperId: '2605.00001',
      readAt: NOW,
      totals: { models: 30, datasets: 1, spaces: 0 },
      top: { datasets: [{ id: 'a/d', likes: 4 }], spaces: [] },
    })
    const top = artefacts instanceof Error ? [] : (artefacts?.top.models ?? [])
    expect(top.map(({ id }) => id)).toEqual([12, 15, 18, 21, 24, 27, 30, 33, 36, 39].map(n => `a/m${n}`))
  })

  test('has null for what the Hub does not say, and all that it says', async () => {
    const whole = model('a/x', 1, { downloads: 7, pipeline_tag: 'robotics', numParameters: 7e9 })
    const { artefacts } = await read(answer([whole, { id: 'a/y' }]))
    expect(artefacts).toMatchObject({
      top: {
        models: [
          { id: 'a/x', likes: 1, downloads: 7, task: 'robotics', parameters: 7e9 },
          { id: 'a/y', likes: null, downloads: null, task: null, parameters: null },
        ],
      },
    })
  })

  test('leaves out private ones; one that cannot be read counts and is not listed', async () => {
    const { artefacts } = await read(
      answer([model('a/secret', 9, { private: true }), null, { likes: 3 }, model('a/x', 'many')]),
    )
    expect(artefacts).toMatchObject({
      totals: { models: 3, datasets: 0, spaces: 0 },
      top: { models: [{ id: 'a/x', likes: null }] },
    })
  })
})

test('a paper that the Hub has not indexed is asked for once, and has nothing', async () => {
  const { urls, artefacts } = await read([404, { error: 'Paper not found' }])
  expect([urls.length, artefacts]).toEqual([1, null])
})

test.each<[string, number, unknown]>([
  ['an error', 503, { error: 'busy' }],
  ['a web page', 200, '<!doctype html>'],
  ['an error with status 200', 200, { error: 'oops' }],
  ['a response without one of the lists', 200, { models: [], datasets: [] }],
])('%s is asked for again, and what comes then counts', async (_, status, body) => {
  const { urls, artefacts } = await read([status, body], answer([model('a/x', 1)]))
  expect(urls).toHaveLength(2)
  expect(artefacts).toMatchObject({ totals: { models: 1 } })
})

test('what cannot be read names the response', async () => {
  const { artefacts } = await read([200, { models: 3 }])
  expect(artefacts).toBeInstanceOf(Error)
  expect((artefacts as Error).message).toBe(
    'the Hub did not answer with models, datasets and Spaces: 200 text/plain: {"models":3}',
  )
})
