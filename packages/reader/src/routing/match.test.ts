import { expect, test } from 'vitest'
import { at } from '../parts/addresses.ts'
import { matcher } from './match.ts'

test('a pattern names parts of a path, decoded', () => {
  expect(matcher('/days/:date')('/days/2026-05-29')).toEqual({ date: '2026-05-29' })
  expect(matcher('/authors/:name')('/authors/jos%C3%A9%20example')).toEqual({ name: 'josé example' })
  expect(matcher('/badge/:id.svg')('/badge/2605.28293.svg')).toEqual({ id: '2605.28293' })
})

test('a question mark in a name is encoded twice, and one decoding may be done already', () => {
  expect(at.keyword('why 100%?')).toBe('/keywords/why%20100%25%253F')
  for (const path of ['/keywords/why%20100%25%253F', '/keywords/why 100%%3F'])
    expect(matcher('/keywords/:name')(path)).toEqual({ name: 'why 100%?' })
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
