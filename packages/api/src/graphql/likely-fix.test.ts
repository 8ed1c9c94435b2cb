import { schema } from '@daily-papers/graph/schema.ts'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { faultsOf } from './faults.ts'

test.each([
  ['a field of the nodes of a connection', '{ papers { title } }', 'Write `nodes { title }`.'],
  ['a connection without a selection', '{ papers }', 'Write `papers { nodes { … } }`.'],
  [
    'a field of one member of a union',
    '{ search(query: "x") { nodes { title } } }',
    'Write `... on Paper { title }`.',
  ],
  [
    'the same on the connection',
    '{ search(query: "x") { username title } }',
    'Write `nodes { ... on Paper { title } }`.',
  ],
])('%s is refused with the likely fix', (_, query, fix) => {
  expect(
    faultsOf(schema, parse(query))
      .map(({ message }) => message)
      .join('\n'),
  ).toContain(fix)
})

test('a field that is nowhere near is refused without a guess of ours', () => {
  const [fault] = faultsOf(schema, parse('{ papers { nodes { nonsense } } }'))
  expect(fault?.message).toBe('Cannot query field "nonsense" on type "Paper".')
})
