import { expect, test } from 'vitest'
import { snippet } from './marked.tsx'

test('a short text stays whole', () => {
  const ranges = [{ start: 2, end: 4 }]
  expect(snippet('a bc d', ranges)).toEqual({ text: 'a bc d', ranges })
})

test('a long text is cut around the first mark, and marks move with it', () => {
  const text = `${'word '.repeat(100)}needle${' word'.repeat(100)}`
  const start = text.indexOf('needle')
  const cut = snippet(text, [{ start, end: start + 6 }])
  expect(cut.text.length).toBeLessThan(300)
  expect(cut.text).toMatch(/^… word.*word …$/)
  expect(cut.ranges.map(range => cut.text.slice(range.start, range.end))).toEqual(['needle'])
})
