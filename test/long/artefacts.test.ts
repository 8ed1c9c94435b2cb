import { refreshArtefacts } from '@daily-papers/ingest/artefacts.ts'
import { artefactsOf } from '@daily-papers/ingest/hub-artefacts.ts'
import { createHubClient } from '@daily-papers/ingest/hub-client.ts'
import { feedOf } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import { addDays, HOUR_MS } from '@daily-papers/papers/days.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { expect, onTestFinished, test } from 'vitest'
import { corpusOf, generateDays } from '../days/generated/generated.ts'
import { type LinkedRepos, linkedRepos } from '../days/hub/artefacts.ts'
import type { FaultRule } from '../days/hub/faults.ts'
import { startHub } from '../days/hub/hub.ts'

const FIRST = '2026-01-05'
const HOURS = 26
const faults: FaultRule[] = [
  { kind: 'status', status: 503, p: 0.02 },
  { kind: 'truncate', p: 0.01 },
  { kind: 'html', p: 0.01 },
]
const days = generateDays(5, [[addDays(FIRST, -9), addDays(FIRST, 2)]], 4)
const corpus = corpusOf(days, { now: `${addDays(FIRST, 2)}T00:00:00.000Z`, monday: FIRST })
const silent = { info() {}, warn() {}, error() {} }
const instant = (ms: number) => new Date(ms).toISOString()

/** Totals, and the ten with most likes, as a reader of the response would write them down. */
function shown(repos: LinkedRepos) {
  const visible = Object.entries(repos).map(([kind, all]) => {
    const open = all.filter(repo => !repo.private)
    const byLikes = open.toSorted((a, b) => b.likes - a.likes || (a.id < b.id ? -1 : 1))
    return [kind, open.length, byLikes.slice(0, 10).map(({ id, likes }) => [id, likes])]
  })
  return JSON.stringify(visible)
}
const stored = ({ totals, top }: Artefacts) =>
  JSON.stringify(
    (['models', 'datasets', 'spaces'] as const).map(kind => [
      kind,
      totals[kind],
      top[kind].map(({ id, likes }) => [id, likes]),
    ]),
  )

test('hourly runs hold what the Hub served, through growth and faults and within its limit', async () => {
  const start = Date.parse(`${FIRST}T00:07:00Z`)
  const [hub, engine] = await Promise.all([
    startHub(corpus, { now: instant(start), growth: true, quota: 500, faults }),
    startEngine(),
  ])
  onTestFinished(async () => {
    await Promise.all([hub.close(), engine.close()])
  })
  const table = await engine.table()
  const writer = createWriter(table.client, table.name, { owner: 'test' })
  const store = createQuestions(table.client, table.name)
  const lastRead = new Map<string, number>()
  let now = start
  const client = createHubClient({ baseUrl: hub.url, now: () => now, sleep: async () => {} })
  const source = artefactsOf(client)
  const artefacts = {
    async artefactsOf(id: string) {
      const found = await source.artefactsOf(id)
      if (found) lastRead.set(id, now)
      return found
    },
  }
  for (let hour = 0; hour < HOURS; hour++) {
    now = start + hour * HOUR_MS
    hub.setNow(instant(now))
    const refresh = await writer.lastRefreshes()
    const due = daysToRefresh(instant(now), refresh).filter(day => day >= addDays(FIRST, -9))
    await ingest({
      days: due,
      refresh,
      feed: feedOf(client),
      artefacts,
      store: writer,
      log: silent,
      now: () => now,
    })
  }

  const featured = [...days].flatMap(([day, entries]) => entries.map(({ paper }) => [paper.id, day] as const))
  const ofWeek = new Map(featured.filter(([, day]) => day <= addDays(FIRST, 1)))
  const expected = new Map(
    [...ofWeek].flatMap(([id, day]) => {
      const at = lastRead.get(id)
      const repos = at === undefined ? null : linkedRepos(id, day, at)
      return repos ? [[id, shown(repos)] as const] : []
    }),
  )
  const ids = [...ofWeek.keys()]
  const [found, papers] = [[] as (Artefacts | null)[], new Map<string, unknown>()]
  for (let i = 0; i < ids.length; i += 100) {
    const some = ids.slice(i, i + 100)
    found.push(...(await store.artefacts(some)))
    for (const paper of await store.papers(some)) if (paper) papers.set(paper.id, paper.artefacts ?? null)
  }
  const known = new Map(ids.flatMap((id, i) => (found[i] ? [[id, stored(found[i])] as const] : [])))
  expect(known).toEqual(expected)
  // The last papers of the day have not appeared yet.
  const inTable = [...papers.keys()].map(id => [id, found[ids.indexOf(id)]?.totals ?? null] as const)
  expect(papers).toEqual(new Map(inTable))
  expect(expected.size).toBeGreaterThan(papers.size * 0.7)

  const requestsIn = Map.groupBy(hub.asked, ({ at }) => Math.floor(at / 300_000))
  expect(Math.max(...[...requestsIn.values()].map(({ length }) => length))).toBeLessThan(250)

  // What is due once more in the same hour has not changed, so it writes nothing.
  hub.setFaults(1, [])
  const { take } = countRequests(table.client)
  const again = await refreshArtefacts({ source, store: writer, log: silent }, now)
  expect(again).toMatchObject({ changed: 0, failed: [] })
  expect(again.read).toBeGreaterThan(0)
  expect(take().filter(name => !['Query', 'BatchGetItem', 'GetItem'].includes(name))).toEqual([])
})
