import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseLeniently } from './lenient.ts'

const person = z.object({ name: z.string(), age: z.number().optional() })
const schema = z.object({ people: z.array(person.optional()), tags: z.array(z.string().optional()) })

test('a wrong element is undefined in its place, and the input is not changed', () => {
  const raw = { people: [{ name: 'Ann', age: 'old' }, { age: 3 }, { name: 'Bo' }], tags: ['a', 1] }
  const before = structuredClone(raw)
  expect(parseLeniently(schema, raw)).toEqual({
    value: { people: [{ name: 'Ann' }, undefined, { name: 'Bo' }], tags: ['a', undefined] },
    warnings: [
      'people.0.age: Invalid input: expected number, received string',
      'people.1.name: Invalid input: expected string, received undefined',
      'tags.1: Invalid input: expected string, received number',
    ],
    mistyped: new Set(['people.0.age', 'people.1', 'tags.1']),
  })
  expect(raw).toEqual(before)
})

test('40,000 wrong elements are left out, and the first ones are reported', () => {
  const tags = Array.from({ length: 40_000 }, (_, i) => (i === 20_000 ? 'the only tag' : i))
  const parsed = parseLeniently(schema, { people: [], tags })
  if ('problem' in parsed) throw new Error(parsed.problem)
  expect(parsed.value.tags.flatMap((tag, i) => (tag === undefined ? [] : [[i, tag]]))).toEqual([
    [20_000, 'the only tag'],
  ])
  expect(parsed.warnings).toHaveLength(21)
  expect(parsed.warnings.at(-1)).toBe('and 39979 more')
})
