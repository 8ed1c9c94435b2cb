import { expect, test } from 'vitest'
import { nestingOf } from './nesting.ts'

test.each([
  ['{ a { b } }', 2],
  ['{ a(x: [{ y: 1 }]) { b } }', 4],
  ['{ a(x: "{{{[[[((("){ b } }', 2],
  ['{ a(x: "\\"{{{") }', 2],
  ['{ a(x: """{{ " {{ \\""" {{""") }', 2],
  ['{ a # {{{\n }', 1],
  ['{ a(x: "never closed {{{\n{{', 4],
  ['"""never closed {{{', 0],
  ['}}}}{', 0],
  ['', 0],
])('the brackets of %j are %i deep', (query, depth) => {
  expect(nestingOf(query)).toBe(depth)
})

test('a megabyte of anything is measured in a moment', () => {
  for (const part of ['{', '"', '"""', '\\"', '#', '"\\', ' ']) {
    const started = performance.now()
    nestingOf(part.repeat(1_000_000 / part.length))
    expect(performance.now() - started).toBeLessThan(1_000)
  }
})
