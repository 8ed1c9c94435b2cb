import { expect, test } from 'vitest'
import { heat } from './trending.ts'

test('three days later, a quarter of the votes are as hot', () => {
  expect(heat(100, '2025-03-04')).toBeCloseTo(heat(25, '2025-03-07'), 9)
})

test('more votes on the same day are hotter', () => {
  expect(heat(3, '2025-03-04')).toBeGreaterThan(heat(2, '2025-03-04'))
})

test('none, one and an unknown number of votes are equally hot', () => {
  expect(heat(0, '2025-03-04')).toBe(heat(1, '2025-03-04'))
  expect(heat(null, '2025-03-04')).toBe(heat(1, '2025-03-04'))
})
