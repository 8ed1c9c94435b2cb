import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'
import { expect, test } from 'vitest'
import { keepFresh } from './keep-fresh.ts'

const summary: IngestSummary = {
  days: 1,
  daysWithPapers: 1,
  papers: 1,
  new: 1,
  changed: 0,
  skipped: 0,
  failed: [],
  startedAt: '2026-05-29T12:00:00.000Z',
  finishedAt: '2026-05-29T12:00:01.000Z',
  feedLatencyMs: null,
  newestDay: null,
}

/** Runs it on a clock that jumps, until it has waited `waits` times; tells what happened, with the time of day. */
async function story({
  start,
  answers = [],
  waits,
  wakes = start,
}: {
  start: string
  answers?: (string | null)[]
  waits: number
  /** No wait ends before this instant, as on a machine that sleeps. */
  wakes?: string
}) {
  let now = Date.parse(start)
  const events: string[] = []
  const tell = (event: string) => events.push(`${new Date(now).toISOString().slice(11, 16)} ${event}`)
  const ended = new Error('enough')
  const running = keepFresh({
    ask: async () => answers.shift() ?? null,
    begin: async () => {
      tell('begin')
      return summary
    },
    refresh: async scheduledTime => {
      tell(`refresh of ${scheduledTime.slice(0, 16)}`)
      return summary
    },
    onSilence: async reason => void tell(`silent: ${reason}`),
    onRun: () => void tell('fresh'),
    now: () => now,
    wait: async until => {
      if (waits-- === 0) throw ended
      now = Math.max(until, Date.parse(wakes))
    },
  })
  await expect(running).rejects.toBe(ended)
  return events
}

test('the first run starts at once, the others ten minutes past each hour as in production', async () => {
  expect(await story({ start: '2026-05-29T22:30:00Z', waits: 2 })).toEqual([
    '22:30 begin',
    '22:30 fresh',
    '23:07 refresh of 2026-05-29T23:07',
    '23:07 fresh',
    '00:07 refresh of 2026-05-30T00:07',
    '00:07 fresh',
  ])
})

test('a machine that slept runs the due run when it wakes', async () => {
  const wakes = '2026-05-30T07:41:00Z'
  expect(await story({ start: '2026-05-29T22:30:00Z', waits: 1, wakes })).toEqual([
    '22:30 begin',
    '22:30 fresh',
    '07:41 refresh of 2026-05-30T07:41',
    '07:41 fresh',
  ])
})

test('a silent feed is reported once and tried again until it answers', async () => {
  const answers = ['ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED', null]
  expect(await story({ start: '2026-05-29T12:00:00Z', answers, waits: 4 })).toEqual([
    '12:00 silent: ECONNREFUSED',
    '12:01 begin',
    '12:01 fresh',
  ])
})

test('a feed that falls silent later is reported again, and the run that is due follows when it answers', async () => {
  const answers = [null, 'ENOTFOUND', null]
  expect(await story({ start: '2026-05-29T12:00:00Z', answers, waits: 2 })).toEqual([
    '12:00 begin',
    '12:00 fresh',
    '12:07 silent: ENOTFOUND',
    '12:07 refresh of 2026-05-29T12:07',
    '12:07 fresh',
  ])
})
