import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { anApi, aRequest, ask, codeOf, post } from '../testing/request.ts'

describe('persisted queries', () => {
  const sha256Hash = createHash('sha256').update('{ hello }').digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }

  test('a hash is unknown until the query came with it once', async () => {
    const context = anApi()
    const miss = await ask(post({ extensions }), context)
    expect(miss.body.errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ])
    expect(miss.headers['cache-control']).toBe('no-store')
    expect((await ask(post({ query: '{ hello }', extensions }), context)).body.data).toEqual({
      hello: 'world',
    })
    const byUrl = aRequest({ query: `extensions=${encodeURIComponent(JSON.stringify(extensions))}` })
    expect((await ask(byUrl, context)).body.data).toEqual({ hello: 'world' })
  })

  test('a hash of another query is refused', async () => {
    expect(codeOf(await ask(post({ query: '{ item { name } }', extensions })))).toBe('BAD_USER_INPUT')
  })

  test('an extension of another form is refused', async () => {
    expect((await ask(post({ extensions: { persistedQuery: { version: 2 } } }))).status).toBe(422)
  })
})
