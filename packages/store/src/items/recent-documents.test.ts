import { expect, test } from 'vitest'
import { pack } from './pack.ts'
import { recentDocument } from './recent-documents.ts'

test('a document is the kept one for the same key and bytes alone', () => {
  const key = { pk: 'p', sk: 's' }
  const first = recentDocument({ ...key, doc: pack({ title: 'One' }) })
  expect(recentDocument({ ...key, doc: pack({ title: 'One' }) })).toBe(first)
  expect(recentDocument({ ...key, doc: pack({ title: 'Two' }) })).toEqual({ title: 'Two' })
  expect(recentDocument({ ...key, sk: 't', doc: pack({ title: 'One' }) })).toEqual(first)
})
