import { expect, test } from 'vitest'
import { clockFrom } from './clock.ts'

test('without a start the clock is the real one', () => {
  const real = () => 1_000
  expect(clockFrom(undefined, real)()).toBe(1_000)
})

test('a clock with a start begins there and runs at real speed', () => {
  let real = Date.parse('2030-01-01T00:00:00Z')
  const now = clockFrom('2026-05-29T12:00:00Z', () => real)
  expect(new Date(now()).toISOString()).toBe('2026-05-29T12:00:00.000Z')
  real += 90_000
  expect(new Date(now()).toISOString()).toBe('2026-05-29T12:01:30.000Z')
})
