import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { type IngestSummary, ingest } from '@daily-papers/ingest/ingest.ts'
import type { Fields, Log } from '@daily-papers/ingest/log.ts'
import { HOUR_MS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Table } from '@daily-papers/store/table.ts'
import { contentsOf } from '@daily-papers/store/testing/contents.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { idsOn } from '../days/corpus.ts'
import type { Fault } from '../days/hub/faults.ts'
import { type Hub, startHub } from '../days/hub/hub.ts'
import { seeded } from '../days/seeded.ts'

const faults = {
  status: { kind: 'status', status: 503 },
  slow: { kind: 'slow', ms: 20 },
  hang: { kind: 'hang' },
  reset: { kind: 'reset' },
  truncate: { kind: 'truncate' },
  html: { kind: 'html' },
  errorObject: { kind: 'errorObject' },
  garbage: { kind: 'garbage' },
  unknownField: { kind: 'unknownField' },
  duplicate: { kind: 'duplicate' },
  shuffle: { kind: 'shuffle' },
} satisfies Record<string, Fault>
type Kind = keyof typeof faults
const kinds = Object.keys(faults) as Kind[]
const each = kinds.map(kind => [kind, [kind], 8] as const)

/** A log that keeps its lines. */
function keptLog() {
  const lines: (Fields & { message: string })[] = []
  const keep = (message: string, fields: Fields = {}) => void lines.push({ message, ...fields })
  const log: Log = { info: () => {}, warn: keep, error: keep }
  return { log, linesOf: (message: string) => lines.filter(line => line.message === message) }
}

/** But for the histories and what they rank: what was read at other hours is a history of its own. */
async function stateOf(table: Table) {
  const { table: items = [], ...indexes } = await contentsOf(table)
  return { ...indexes, table: items.filter(({ pk, sk }) => sk !== 'HISTORY' && pk !== 'RISING') }
}

describe.each(corpora)('ingest of $name days', corpus => {
  const start = Date.parse(corpus.now)
  const newest = corpus.days.slice(-25, -5)
  let hub: Hub
  let engine: TestEngine
  beforeAll(async () => {
    ;[hub, engine] = await Promise.all([startHub(corpus, { now: corpus.now }), startEngine()])
  })
  afterAll(async () => {
    await hub.close()
    await engine.close()
  })

  /** Runs over the days, an hour apart, by a table's own clock; waits take no time. */
  async function runsInto(days: readonly Day[], kept = keptLog()) {
    const table = await engine.table()
    let at = start
    const random = seeded(3)
    const sleep = async (ms: number) => {
      at += ms
    }
    const feed = hubFeed({
      baseUrl: hub.url,
      now: () => at,
      sleep,
      random,
      requestTimeoutMs: 400,
      retries: 3,
    })
    const store = createWriter(table.client, table.name, { owner: 'test' })
    const run = (hours: number): Promise<IngestSummary> => {
      at = Math.ceil(at / HOUR_MS + hours) * HOUR_MS
      return ingest({ days, feed, store, log: kept.log, now: () => at })
    }
    return { table, run }
  }

  const idsInTable = async ({ client, name }: Table, day: Day): Promise<string[]> => {
    const order = { field: 'upvotes', descending: true } as const
    const page = { size: 500, after: null, before: null, backward: false }
    const { rows } = await createQuestions(client, name).papersOn(day, order, page)
    return rows.map(({ node }) => node.id).sort()
  }

  const states = new Map<number, Awaited<ReturnType<typeof stateOf>>>()
  /** The state after days read twice, a day apart, without a fault. */
  const undisturbed = async (days: readonly Day[]) => {
    const known = states.get(days.length)
    if (known) return known
    hub.setFaults(1, [])
    const { table, run } = await runsInto(days)
    await run(1)
    await run(24)
    const state = await stateOf(table)
    states.set(days.length, state)
    return state
  }

  test.each([...(corpus.name === 'generated' ? each : []), ['all of them', kinds, 20] as const])(
    'loads every paper once and erases none while a fifth of the responses are faults: %s',
    async (what, chosen, count) => {
      const days = newest.slice(-count)
      const expected = await undisturbed(days)
      hub.setFaults(
        7,
        chosen.map(kind => ({ p: 0.2, ...faults[kind] })),
      )
      const kept = keptLog()
      const { table, run } = await runsInto(days, kept)
      const seen = new Map<Day, string[]>(days.map(day => [day, []]))
      const complete = () => days.every(day => seen.get(day)?.join() === idsOn(corpus, day).join())
      let [runs, skipped] = [0, 0]
      while (!complete()) {
        expect(++runs).toBeLessThan(24)
        const summary = await run(1)
        skipped += summary.skipped
        expect(kept.linesOf('day failed').slice(-summary.failed.length || Infinity)).toMatchObject(
          summary.failed,
        )
        for (const day of days) {
          const ids = await idsInTable(table, day)
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids).toEqual(expect.arrayContaining(seen.get(day) ?? []))
          seen.set(day, ids)
        }
      }
      const named = kept.linesOf('entry skipped')
      expect(named).toHaveLength(skipped)
      for (const line of named)
        expect(line).toMatchObject({ day: expect.any(String), problem: expect.any(String) })
      if (what === 'garbage') expect(named.some(({ id }) => id !== null)).toBe(true)
      const fields = ['brandNew', 'paper.alsoNew']
      if (what === 'unknownField')
        expect(kept.linesOf('the feed has fields that are not known yet')).toContainEqual(
          expect.objectContaining({ fields }),
        )

      hub.setFaults(1, [])
      await run(24)
      expect(await stateOf(table)).toEqual(expected)
    },
  )
})
