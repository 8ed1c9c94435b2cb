import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import { addDays, daysFrom, HOUR_MS, isWeekend } from '@daily-papers/papers/days.ts'
import { expect, test } from 'vitest'
import { dueArtefacts, loadArtefacts } from './artefacts.ts'
import { createLog } from './log.ts'

const TODAY = '2026-05-29'
const FIRST_HOUR = Date.parse(`${TODAY}T00:07:00Z`)
const PAPERS_A_DAY = 40
/** The weekdays of the last 98 days, each with its papers. */
const papersOn = new Map(
  daysFrom(addDays(TODAY, -90), addDays(TODAY, 7))
    .filter(day => !isWeekend(day))
    .map((day): [string, string[]] => [
      day,
      Array.from(
        { length: PAPERS_A_DAY },
        (_, i) => `${day.slice(2, 7).replace('-', '')}.${day.slice(8)}${100 + i}`,
      ),
    ]),
)
const isOf = (id: string, from: string, to: string) =>
  daysFrom(from, to).some(day => papersOn.get(day)?.includes(id))

test('papers of the last 8 days are due once a day, and those of the last 90 once a week', () => {
  const times = new Map<string, number>()
  let most = 0
  for (let hour = 0; hour < 7 * 24; hour++) {
    const due = dueArtefacts(papersOn, FIRST_HOUR + hour * HOUR_MS)
    most = Math.max(most, due.length)
    for (const id of due) times.set(id, (times.get(id) ?? 0) + 1)
  }
  // These stay in their window for the whole week.
  const old = [...papersOn.values()].flat().filter(id => isOf(id, addDays(TODAY, -80), addDays(TODAY, -8)))
  expect(new Set(old.map(id => times.get(id)))).toEqual(new Set([1]))
  const today = papersOn.get(TODAY) ?? []
  expect(new Set(today.map(id => times.get(id)))).toEqual(new Set([7]))
  // With the 8 to 91 requests of the run for days, far within 500 in 5 minutes.
  expect(most).toBeLessThan(60)
})

const silent = createLog({ write: () => {} })
const none = { models: 0, datasets: 0, spaces: 0 }
const nothing = (paperId: string): Artefacts => ({
  paperId,
  readAt: '2026-05-29T00:07:00.000Z',
  totals: none,
  top: { models: [], datasets: [], spaces: [] },
})

/** Reads papers of which some fail or are not indexed, and tells which were stored. */
async function run(ids: string[], { failing = [] as string[], unknown = [] as string[] }) {
  const asked: string[] = []
  const stored: string[] = []
  const source = {
    async artefactsOf(id: string) {
      asked.push(id)
      if (failing.includes(id)) throw new Error('503')
      return unknown.includes(id) ? null : nothing(id)
    },
  }
  const store = {
    async putArtefacts(readings: readonly Artefacts[]) {
      stored.push(...readings.map(({ paperId }) => paperId))
      return readings.length
    },
  }
  return { asked, stored, summary: await loadArtefacts(ids, { source, store, log: silent }) }
}

test('a paper that fails or is not indexed stops no other', async () => {
  const { stored, summary } = await run(['a', 'b', 'c', 'd'], { failing: ['b'], unknown: ['c'] })
  expect(stored).toEqual(['a', 'd'])
  expect(summary).toEqual({ read: 2, changed: 2, failed: ['b'], gaveUp: false })
})

test('after three failures in a row the run stops asking, and stores what it read', async () => {
  const { asked, stored, summary } = await run(['a', 'b', 'c', 'd', 'e'], { failing: ['b', 'c', 'd'] })
  expect(asked).toEqual(['a', 'b', 'c', 'd'])
  expect(stored).toEqual(['a'])
  expect(summary).toMatchObject({ failed: ['b', 'c', 'd'], gaveUp: true })
})
