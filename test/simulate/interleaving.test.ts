import { Killed } from '@daily-papers/digest/testing/mortal.ts'
import type { Feed } from '@daily-papers/ingest/feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { corpusOf, generateDays } from '../days/generated/generated.ts'
import { seeded } from '../days/seeded.ts'
import { wrongChanges } from '../long/crash/month-checks.ts'
import { saidIn } from '../long/crash/month-hub.ts'
import { createReader } from '../long/crash/month-reader.ts'
import { createOracle } from './oracle.ts'
import { clientOf, createTurns, type Turns } from './turns.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

const [DAY, NEXT_DAY] = ['2026-03-04', '2026-03-05'] as const
const DAYS = [DAY, NEXT_DAY]
const START = Date.parse('2026-03-05T12:00:00Z')
const [FIRST, SECOND, READER] = [0, 1, 2]
const silent = { info() {}, warn() {}, error() {} }

const made = generateDays(1, [[DAY, NEXT_DAY]], 2)
// One paper is on both days.
made.set(NEXT_DAY, [...(made.get(NEXT_DAY) ?? []), ...structuredClone(made.get(DAY)?.slice(0, 1) ?? [])])
const corpus = corpusOf(made, { now: '2026-03-06T08:00:00.000Z', monday: '2026-03-02' })

/** A feed whose votes grow with each reading, and plain maps of what was read. */
function startFeed() {
  const oracle = createOracle(corpus)
  let readings = 0
  const now = () => START + readings * 1_000
  const feedOf = (turns: Turns, actor: number): Feed => ({
    read: day =>
      turns.step(actor, async () => {
        readings++
        const readAt = new Date(now()).toISOString()
        const entries = corpus.entriesOn(day).map(entry => ({
          ...entry,
          paper: { ...entry.paper, upvotes: (entry.paper.upvotes ?? 0) + readings },
        }))
        oracle.note(
          new Map([[day, entries.map(entry => [entry.paper.id, saidIn(entry, day, readAt)])]]),
          new Set(),
        )
        return { day, readAt, entries }
      }),
  })
  return { oracle, now, feedOf }
}

const switches = fc.array(fc.record({ after: fc.nat(12), to: fc.nat(2) }), { maxLength: 12 })
/** The steps after which the first writer is killed. A run takes about 30. */
const killAfter = fc.option(fc.integer({ min: 5, max: 30 }), { freq: 2 })

it('two writers and a reader of changes, interleaved at every request, end as plain maps say', async () => {
  await fc.assert(
    fc.asyncProperty(switches, killAfter, fc.nat(), async (switches, kill, seed) => {
      const table = await engine.table()
      const turns = createTurns(switches, kill === null ? null : { actor: FIRST, after: kill })
      const { oracle, now, feedOf } = startFeed()
      const run = (actor: number, days = DAYS) => {
        const client = clientOf(engine.url, turns, actor)
        const store = createWriter(client, table.name, {
          owner: `writer-${actor}`,
          isGone: owner => owner === `writer-${FIRST}` && turns.isKilled(),
          sleep: () => turns.wait(actor),
          clock: () => START,
        })
        return ingest({ days, feed: feedOf(turns, actor), store, log: silent, now })
          .catch(error => {
            if (!(error instanceof Killed)) throw error
          })
          .finally(() => client.destroy())
      }
      const client = clientOf(engine.url, turns, READER)
      const reader = createReader({ client, name: table.name }, seeded(seed))
      const poll = async () => {
        for (let polls = 0; polls < 4; polls++) await reader.poll(now())
      }
      await turns.run([run(FIRST), run(SECOND, DAYS.toReversed()), poll()])
      if (turns.isKilled()) await turns.run([run(SECOND)])
      await turns.run([reader.catchUp(now())])
      client.destroy()

      const store = createQuestions(engine.client, table.name)
      const all = { size: 100, backward: false, after: null, before: null }
      const shown = ({ rows }: { rows: { node: { id: string; upvotes: number | null } }[] }) =>
        rows.map(({ node: { id, upvotes } }) => ({ id, upvotes }))
      const byVotes = { field: 'upvotes', descending: true } as const
      for (const day of DAYS)
        expect(shown(await store.papersOn(day, byVotes, all))).toEqual(oracle.papersOn(day))
      expect(shown(await store.paperList(byVotes, null, all))).toEqual(oracle.papers())
      expect(await store.totals()).toMatchObject({ papers: oracle.ids().length, days: DAYS.length })
      expect(wrongChanges(oracle.seen, DAY, reader.stored())).toEqual([])
    }),
    // A failure still shrinks for two minutes.
    { numRuns: 15, interruptAfterTimeLimit: 120_000 },
  )
})
