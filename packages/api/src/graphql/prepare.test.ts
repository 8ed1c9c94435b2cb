import { schema } from '@daily-papers/graph/schema.ts'
import { expect, test } from 'vitest'
import { smallSchema } from '../testing/request.ts'
import { createPrepare } from './prepare.ts'

test('a document of two operations is kept as each of them', () => {
  const prepare = createPrepare(smallSchema)
  const both = 'query A { hello } query B { hello }'
  for (const name of ['A', 'B', 'A']) expect(prepare(both, name)).toMatchObject({ operation: { name } })
})

test('a kept query is never taken for another whose name and text read alike', () => {
  const prepare = createPrepare(smallSchema)
  expect(prepare('# A\nquery B { hello }', null)).toHaveProperty('operation')
  expect(prepare('query B { hello }', '# A')).toHaveProperty('errors')
  expect(prepare('query B { hello }', 'B')).toMatchObject({ operation: { name: 'B' } })
  for (const [text, name] of [
    ['["B","query B { hello }"]', null],
    ['1 Bquery B { hello }', null],
    ['query B { hello }', ''],
    ['uery B { hello }', 'Bq'],
  ] as const)
    expect(prepare(text, name), text).toHaveProperty('errors')
})

test.each([
  '{ papers(filter: { featured: {} }) { totalCount } }',
  '{ papers(filter: { featured: { lastDays: 7, month: "2024-05" } }) { totalCount } }',
])('a literal that must have one key and has none or two is told the choices: %s', query => {
  const prepared = createPrepare(schema)(query, null)
  expect('errors' in prepared && prepared.errors.map(error => error.toJSON())).toEqual([
    {
      message: 'OneOf Input Object "DateRange" must specify exactly one of days, week, month, lastDays.',
      locations: [{ line: 1, column: 30 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ])
})
