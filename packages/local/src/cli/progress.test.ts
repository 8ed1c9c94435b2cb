import { expect, test } from 'vitest'
import { paceText } from './progress.ts'

test.each([
  [0, 100, 5_000, 'no rate yet'],
  [2, 7, 4, 'no rate yet'],
  [30, 100, 60_000, '30.0 days a minute, 3 min left'],
  [30, 1_300, 60_000, '30.0 days a minute, 43 min left'],
  [99, 100, 99_000, '60.0 days a minute, 1 s left'],
  [500, 1_000, 60_000, '500 days a minute, 60 s left'],
])('%i of %i days in %i ms are "%s"', (done, total, elapsedMs, text) => {
  expect(paceText(done, total, elapsedMs)).toBe(text)
})
