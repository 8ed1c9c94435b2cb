import { expect, it } from 'vitest'
import { fuse } from './fuse.ts'

const byWords = [
  { number: 1, rank: -10 },
  { number: 2, rank: -5 },
]
const everything = () => true

it('ranks the best by words before papers that are only close in meaning', () => {
  const closeness = Float32Array.from([0, 0, 0.2, 0.9])
  expect(fuse(byWords, closeness, everything).map(({ number }) => number)).toEqual([1, 2, 3])
})

it('moves a paper with few of the words up when it is close in meaning', () => {
  const closeness = Float32Array.from([0, 0, 1, 0])
  expect(fuse(byWords, closeness, everything)[0]).toEqual({ number: 2, hasWords: true, isClose: true })
})

it('lists a paper without the words only when it is close and may be found', () => {
  const closeness = Float32Array.from([0, 0, 0, 0.3, 0.5, 0.6])
  const found = fuse(byWords, closeness, number => number !== 5)
  expect(found.filter(({ hasWords }) => !hasWords)).toEqual([{ number: 4, hasWords: false, isClose: true }])
})
