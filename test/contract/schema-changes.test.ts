import { readFile } from 'node:fs/promises'
import { schema } from '@daily-papers/graph/schema.ts'
import { buildSchema, findBreakingChanges, type GraphQLSchema, printSchema } from 'graphql'
import { expect, test } from 'vitest'

const read = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')

/** The lines that the changelog still needs: one for each change that breaks queries or clients of the last release. */
function undeclared(released: GraphQLSchema, current: GraphQLSchema, changelog: string): string[] {
  const unreleased = changelog.split(/^## /m).find(section => section.startsWith('Unreleased')) ?? ''
  const declared = new Set(unreleased.split('\n').map(line => line.trim()))
  return findBreakingChanges(released, current)
    .map(({ description }) => `- BREAKING: ${description}`)
    .filter(line => !declared.has(line))
}

test('what breaks clients of the last released schema is declared in the changelog, word for word', async () => {
  const released = buildSchema(await read('./schema-released.graphql'))
  // Printed and parsed, as the released one was: both are then what clients see.
  const current = buildSchema(printSchema(schema))
  expect(undeclared(released, current, await read('../../CHANGELOG.md'))).toEqual([])
})

test.each([
  ['type Query { a: Int }', '- BREAKING: Query.b was removed.'],
  ['type Query { a: Int b: Int }', '- BREAKING: Query.b changed type from Int! to Int.'],
  ['type Query { a(of: Int!): Int b: Int! }', '- BREAKING: A required arg of on Query.a was added.'],
])('%s breaks clients of the schema before it until that is declared under Unreleased', (sdl, line) => {
  const released = buildSchema('type Query { a: Int b: Int! }')
  const current = buildSchema(sdl)
  expect(undeclared(released, current, '## Unreleased\n\n- Faster.\n\n## 1.0.0\n\n')).toEqual([line])
  expect(undeclared(released, current, `## Unreleased\n\n## 1.0.0\n\n${line}\n`)).toEqual([line])
  expect(undeclared(released, current, `## Unreleased\n\n${line}\n`)).toEqual([])
})

test('what is only added breaks nothing', () => {
  const released = buildSchema('type Query { a: Int }')
  expect(undeclared(released, buildSchema('type Query { a: Int b: Int }'), '')).toEqual([])
})
