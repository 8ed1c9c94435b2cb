import { type OperationDefinitionNode, parse } from 'graphql'
import { expect, test } from 'vitest'
import { isCompilable } from './compilable.ts'

function compilable(query: string): boolean {
  const document = parse(query)
  return isCompilable(document, document.definitions[0] as OperationDefinitionNode)
}

test('a query with fragments is compiled', () => {
  expect(compilable('{ papers { nodes { ...A ... on Paper { id } } } } fragment A on Paper { title }')).toBe(
    true,
  )
})

test.each([
  '{ a @skip(if: true) }',
  '{ a { ...A @include(if: true) } } fragment A on Paper { title }',
  '{ a { ...A } } fragment A on Paper { title @skip(if: false) }',
])('%s, which has a condition, is not', query => {
  expect(compilable(query)).toBe(false)
})

test('nor is one whose few fragments stand in for thousands of fields, and it is known at once', () => {
  const level = (n: number) =>
    `fragment F${n} on Paper { ${Array.from({ length: 9 }, (_, i) => `a${i}: similar { paper { ...F${n + 1} } }`).join(' ')} }`
  const levels = Array.from({ length: 12 }, (_, n) => level(n)).join(' ')
  expect(compilable(`{ paper { ...F0 } } ${levels} fragment F12 on Paper { id }`)).toBe(false)
  expect(compilable(`{ paper { ...F11 } } ${level(11)} fragment F12 on Paper { id }`)).toBe(true)
})
