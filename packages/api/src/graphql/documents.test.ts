import { schema } from '@daily-papers/graph/schema.ts'
import { expect, test } from 'vitest'
import { anApi, ask, codeOf, post } from '../testing/request.ts'

test('of two operations in a document the named one runs, however often it is asked', async () => {
  const one = anApi()
  const query = 'query A { hello } query B { item { name } }'
  const named = async (operationName: string) =>
    Object.keys((await ask(post({ query, operationName }), one)).body.data)
  for (const name of ['A', 'B', 'A', 'B'])
    expect(await named(name)).toEqual([name === 'A' ? 'hello' : 'item'])
})

test('a cached document is never used for another whose name and text look alike', async () => {
  const one = anApi()
  const code = async (query: string, operationName?: string) =>
    codeOf(await ask(post({ query, operationName }), one))
  expect(await code('# A\nquery B { hello }')).toBeUndefined()
  expect(await code('query B { hello }', '# A')).toBe('OPERATION_RESOLUTION_FAILURE')
  expect(await code('query B { hello }', 'B')).toBeUndefined()
  expect(await code('["B","query B { hello }"]')).toBe('GRAPHQL_PARSE_FAILED')
  expect(await code('1 Bquery B { hello }')).toBe('GRAPHQL_PARSE_FAILED')
  expect(await code('uery B { hello }', 'Bq')).toBe('GRAPHQL_PARSE_FAILED')
})

test.each([
  '{ papers(filter: { featured: {} }) { totalCount } }',
  '{ papers(filter: { featured: { lastDays: 7, month: "2024-05" } }) { totalCount } }',
])('a literal that must have one key and has none or two is refused with the choices: %s', async query => {
  const { body } = await ask(post({ query }), anApi({ schema }))
  expect(body.errors).toEqual([
    {
      message: 'OneOf Input Object "DateRange" must specify exactly one of days, week, month, lastDays.',
      locations: [{ line: 1, column: 30 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ])
})
