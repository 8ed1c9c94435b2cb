import { expect, test } from 'vitest'
import { recentDocument } from './document-cache.ts'
import { pack } from './pack.ts'

test('the cache returns a document only for the same key and bytes', () => {
  const key = { pk: 'p', sk: 's' }
  const first = recentDocument({ ...key, doc: pack({ title: 'One' }) })
  expect(recentDocument({ ...key, doc: pack({ title: 'One' }) })).toBe(first)
  expect(recentDocument({ ...key, doc: pack({ title: 'Two' }) })).toEqual({ title: 'Two' })
  expect(recentDocument({ ...key, sk: 't', doc: pack({ title: 'One' }) })).toEqual(first)
})
