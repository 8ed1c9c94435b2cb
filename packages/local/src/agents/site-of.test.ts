import { expect, test } from 'vitest'
import { siteOf } from './site-of.ts'

test.each([
  'https://papers.example.org',
  'https://papers.example.org/',
  'https://papers.example.org/graphql',
  'https://papers.example.org/mcp/',
])('%s is an address of the API', url => {
  expect(siteOf(url)).toBe('https://papers.example.org')
})

test.each(['papers.example.org', 'ftp://papers.example.org', ''])('%j is refused', url => {
  expect(() => siteOf(url)).toThrow(`not "${url}"`)
})
