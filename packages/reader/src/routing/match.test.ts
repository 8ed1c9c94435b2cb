import { expect, test } from 'vitest'
import { matcher } from './match.ts'

test('a pattern names parts of a path, decoded', () => {
  expect(matcher('/days/:date')('/days/2026-05-29')).toEqual({ date: '2026-05-29' })
  expect(matcher('/authors/:name')('/authors/jos%C3%A9%20example')).toEqual({ name: 'josé example' })
  expect(matcher('/badge/:id.svg')('/badge/2605.28293.svg')).toEqual({ id: '2605.28293' })
})

test('a star takes all that is left, slashes too', () => {
  expect(matcher('/papers/*')('/papers/https://arxiv.org/abs/2605.28293')).toEqual({
    rest: 'https://arxiv.org/abs/2605.28293',
  })
})

test('another path is none of it, and what cannot be decoded stays as it is', () => {
  expect(matcher('/days/:date')('/days/2026-05-29/more')).toBeNull()
  expect(matcher('/days/:date')('/weeks/2026-W22')).toBeNull()
  expect(matcher('/authors/:name')('/authors/100%')).toEqual({ name: '100%' })
})
