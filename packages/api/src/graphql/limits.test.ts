import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { anApi, ask, codeOf, get, post } from '../testing/request.ts'

const NEW = 'application/graphql-response+json'

describe('limits', () => {
  const nested = (levels: number) => `{ ${'item { '.repeat(levels)} name ${'}'.repeat(levels)} }`
  const each = (times: number, write: (i: number) => string) =>
    `{ ${Array.from({ length: times }, (_, i) => write(i)).join(' ')} }`
  test.each([
    ['depth', nested(15), nested(16)],
    ['aliases', each(60, i => `a${i}: hello`), each(61, i => `a${i}: hello`)],
    ['the length of an alias', `{ ${'a'.repeat(100)}: hello }`, `{ ${'a'.repeat(101)}: hello }`],
    [
      'directives',
      `{ ${'...on Query @skip(if: false) { hello } '.repeat(60)} }`,
      `{ ${'...on Query @skip(if: false) { hello } '.repeat(61)} }`,
    ],
    ['tokens', `{ sum(of: [${'1 '.repeat(1_985)}]) }`, `{ sum(of: [${'1 '.repeat(2_000)}]) }`],
    ['length', `{ hello } #${'x'.repeat(32_000)}`, `{ hello } #${'x'.repeat(33_000)}`],
    ['repetition', `{ ${'hello '.repeat(60)} }`, `{ ${'hello '.repeat(61)} }`],
    [
      'introspection',
      '{ ...on Query { __schema { description } } }',
      `{ ${'__schema { description } '.repeat(4)} }`,
    ],
    ['brackets', '{ hello } # {{{', `${'{'.repeat(61)} a ${'}'.repeat(61)}`],
  ])('%s is limited', async (_, allowed, refused) => {
    expect((await ask(post({ query: allowed }))).body.errors).toBeUndefined()
    const answer = await ask(post({ query: refused }, { accept: NEW }))
    expect([answer.status, codeOf(answer)]).toEqual([422, 'REQUEST_TOO_LARGE'])
  })

  test('depth is counted through fragments, and fragments that spread each other twice cost no time', async () => {
    const chain = Array.from(
      { length: 40 },
      (_, i) => `fragment f${i} on Item { item { ...f${i + 1} ...f${i + 1} } }`,
    )
    const query = `{ item { ...f0 } } ${chain.join(' ')} fragment f40 on Item { name }`
    expect(codeOf(await ask(post({ query })))).toBe('REQUEST_TOO_LARGE')
  })

  test.each(['{ __proto__: hello }', 'query ($__proto__: Int = 2) { twice(n: $__proto__) }'])(
    '%s is refused, as JavaScript takes its name for another',
    async query => {
      expect(codeOf(await ask(post({ query })))).toBe('BAD_USER_INPUT')
    },
  )

  test('fragments that spread themselves are refused, not followed', async () => {
    const query =
      '{ item { ...a } } fragment a on Item { item { ...b } } fragment b on Item { item { ...a } }'
    expect(codeOf(await ask(post({ query })))).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('a field repeated until its comparison costs too much is refused', async () => {
    expect(codeOf(await ask(post({ query: `{ ${'hello '.repeat(1_990)} }` })))).toBe('REQUEST_TOO_LARGE')
  })

  test('introspection passes', async () => {
    expect((await ask(post({ query: getIntrospectionQuery() }))).body.errors).toBeUndefined()
  })

  test('20,000 nested braces or lists are refused before they are parsed', async () => {
    for (const query of [`${'{'.repeat(20_000)}`, `{ twice(n: ${'['.repeat(20_000)} }`]) {
      expect(codeOf(await ask(post({ query })))).toBe('REQUEST_TOO_LARGE')
    }
  })

  test('a media type of many blanks costs no time', async () => {
    const before = process.cpuUsage()
    const type = `application/json${' '.repeat(30_000)}x`
    expect((await ask(post({ query: '{ hello }' }, { 'content-type': type }))).status).toBe(415)
    expect(process.cpuUsage(before).user).toBeLessThan(200_000)
  })

  test('a query that takes too long ends with 504', async () => {
    const answer = await ask(get('{ never }'), anApi({ timeoutMs: 20 }))
    expect([answer.status, codeOf(answer)]).toEqual([504, 'TIMEOUT'])
  })

  test('an answer of more than 4.4 MB is not sent', async () => {
    expect(codeOf(await ask(get('{ words }')))).toBe('ANSWER_TOO_LARGE')
  })
})
