import { expect, test } from 'vitest'
import { ingestedLine, listeningLine } from './lines.ts'

test('the listening line has the address of the endpoint', () => {
  expect(listeningLine('http://127.0.0.1:4000')).toBe('listening http://127.0.0.1:4000/graphql')
})

test('a run ends with one line of figures', () => {
  const line = ingestedLine({
    days: 9,
    daysWithPapers: 7,
    papers: 1234,
    new: 200,
    changed: 30,
    skipped: 1,
    failed: [],
    startedAt: '2026-05-29T12:00:00.000Z',
    finishedAt: '2026-05-29T12:00:04.250Z',
    feedLatencyMs: null,
    newestDay: '2026-05-29',
  })
  expect(line).toBe('ingested 1234 papers on 7 days in 4.3 s (200 new, 30 changed, 1 skipped)')
})
