import { describe, expect, test } from 'vitest'
import { ask, get, post } from '../testing/request.ts'

describe('caching', () => {
  test('a response has an ETag that leads to a 304 with the same headers', async () => {
    const first = await ask(get('{ hello }'))
    expect(first.headers['cache-control']).toBe('public, max-age=60')
    const etag = String(first.headers.etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const second = await ask(get('{ hello }', { 'if-none-match': known }))
      expect(second).toMatchObject({
        status: 304,
        body: null,
        headers: { etag, 'access-control-allow-origin': '*' },
      })
      expect(second.headers['content-type']).toBeUndefined()
    }
    expect((await ask(get('{ hello }', { 'if-none-match': '"other"' }))).status).toBe(200)
  })

  test('the graph may say that an answer stays right for long', async () => {
    expect((await ask(get('{ settled }'))).headers['cache-control']).toBe('public, max-age=86400')
  })

  test('responses with errors and responses to POST are not cached', async () => {
    for (const request of [get('{ settled refused }'), post({ query: '{ settled }' })]) {
      const { headers } = await ask(request)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers.etag).toBeUndefined()
    }
  })
})
