import { expect, test } from 'vitest'
import { neighboursOf, pageOf, withParameter } from './paging.ts'

const query = new URLSearchParams('q=a+b&after=x')

test('an address has the cursor of its page', () => {
  expect(pageOf(query, 20)).toEqual({ first: 20, after: 'x', last: null, before: null })
  expect(pageOf(new URLSearchParams('before=y'), 20)).toEqual({
    first: null,
    after: null,
    last: 20,
    before: 'y',
  })
})

test('links to other pages keep the other parameters of the address', () => {
  const pageInfo = { hasNextPage: true, hasPreviousPage: true, startCursor: 's', endCursor: 'e' }
  expect(neighboursOf(pageInfo, { url: '/search?q=a+b&after=x', query })).toEqual({
    previous: '/search?q=a+b&before=s',
    next: '/search?q=a+b&after=e',
  })
})

test('a choice begins at the first page, and can be taken out', () => {
  const chosen = withParameter('/search?q=a+b&after=x', query, 'year', '2026')
  expect(chosen).toBe('/search?q=a+b&year=2026')
  expect(withParameter(chosen, new URLSearchParams('q=a+b&year=2026'), 'year', null)).toBe('/search?q=a+b')
})
