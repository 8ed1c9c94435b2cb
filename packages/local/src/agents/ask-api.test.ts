import { expect, test } from 'vitest'
import { askAt } from './ask-api.ts'

const caller = { site: 'https://papers.example.org', requestId: '1' }
const asking = (answer: () => Promise<Response>) =>
  askAt('https://papers.example.org', answer)('{ a }', {}, caller)

test('a deployed API gets queries by POST', async () => {
  const sent: [unknown, RequestInit | undefined][] = []
  const ask = askAt('https://papers.example.org', async (url, init) => {
    sent.push([url, init])
    return Response.json({ data: { a: 1 } })
  })
  expect(await ask('query A($b: Int) { a }', { b: 2 }, caller)).toMatchObject({ data: { a: 1 }, errors: [] })
  expect(sent).toMatchObject([
    [
      'https://papers.example.org/graphql',
      { method: 'POST', body: '{"query":"query A($b: Int) { a }","variables":{"b":2}}' },
    ],
  ])
})

test('an API that does not answer is an error with its address', async () => {
  const answer = await asking(() => Promise.reject(new TypeError('fetch failed')))
  expect(answer.errors[0]?.message).toBe(
    'https://papers.example.org does not answer: TypeError: fetch failed',
  )
})

test('a response that is not JSON is an error with its status', async () => {
  const answer = await asking(async () => new Response('Too Many Requests', { status: 429 }))
  expect(answer.errors[0]?.message).toBe(
    'https://papers.example.org answers 429. Try again in a few seconds.',
  )
})
