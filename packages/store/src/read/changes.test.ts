import { type Change, changeKey } from '@daily-papers/papers/change.ts'
import type { Counters, Description } from '@daily-papers/papers/paper.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changesItem } from '../items/change-item.ts'
import type { DayReading } from '../items/reading.ts'
import { CursorExpiredError, type Page } from '../page.ts'
import type { ChangesRequest, Questions } from '../questions.ts'
import { writeItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { dyingClient } from '../testing/crash.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { printed, readEntry, reading } from '../testing/readings.ts'
import { createWriter, type Writer } from '../write/writer.ts'
import { createQuestions } from './create-questions.ts'

let engine: TestEngine
let table: Table
let store: Questions
let writer: Writer

beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
  store = createQuestions(table.client, table.name)
  writer = createWriter(table.client, table.name, { owner: 'test' })
})

const day = '2024-05-06'
const at = (hour: number) => new Date(Date.UTC(2024, 4, 6, hour)).toISOString()
const now = Date.parse(at(72))
const code = { url: 'https://github.com/ada/code', addedBy: null }

const seen = (hour: number, counters: Partial<Counters> = {}, description: Partial<Description> = {}) =>
  reading(day, at(hour), readEntry('2405.00001', day, { counters, description }))

const ask = (store: Questions, request: Partial<ChangesRequest> = {}): Promise<Page<Change>> =>
  store.changes({ after: null, since: null, kinds: null, size: 100, now, ...request })

const changesIn = async (store: Questions, request: Partial<ChangesRequest> = {}): Promise<Change[]> =>
  (await ask(store, request)).rows.map(({ node }) => node)

const listed = async (request: Partial<ChangesRequest> = {}) =>
  (await changesIn(store, request)).map(({ paperId, at, ...change }) => change)

describe('a change of a paper is an event', () => {
  it('when a day features it, with its thresholds and its code', async () => {
    await writer.putDays([seen(9, { upvotes: 30 }, { code })])
    expect(await changesIn(store)).toEqual([
      { kind: 'featured', paperId: '2405.00001', at: at(9), day },
      { kind: 'codeAdded', paperId: '2405.00001', at: at(9) },
      { kind: 'upvotesPassed', paperId: '2405.00001', at: at(9), threshold: 10 },
      { kind: 'upvotesPassed', paperId: '2405.00001', at: at(9), threshold: 25 },
    ])
  })

  it('when another day features it', async () => {
    await writer.putDays([seen(9)])
    await writer.putDays([reading('2024-05-07', at(33), readEntry('2405.00001', '2024-05-07'))])
    expect(await listed()).toEqual([
      { kind: 'featured', day },
      { kind: 'featured', day: '2024-05-07' },
    ])
  })

  it('once, though votes and code come and go', async () => {
    const votes = [9, 10, 9, 25, 3, 26]
    for (const [i, upvotes] of votes.entries())
      await writer.putDays([seen(i, { upvotes }, { code: upvotes > 9 ? code : null })])
    const kinds = (await listed()).filter(({ kind }) => kind !== 'metadataChanged')
    expect(kinds).toEqual([
      { kind: 'featured', day },
      { kind: 'codeAdded' },
      { kind: 'upvotesPassed', threshold: 10 },
      { kind: 'upvotesPassed', threshold: 25 },
    ])
  })

  it('whenever its description changes, with the parts that changed', async () => {
    await writer.putDays([seen(9)])
    await writer.putDays([seen(10, { upvotes: 3 }, { title: 'Another' })])
    await writer.putDays([seen(11, { upvotes: 4 }, { title: 'Another', authors: [printed('Bo')], code })])
    await writer.putDays([seen(12, { upvotes: 4 }, { title: 'Another', authors: [printed('Bo')] })])
    expect((await listed()).slice(1)).toEqual([
      { kind: 'metadataChanged', parts: ['title'] },
      { kind: 'metadataChanged', parts: ['authors'] },
      { kind: 'codeAdded' },
      { kind: 'metadataChanged', parts: ['code'] },
    ])
  })

  it('by a step after all steps before it, though its reading is older', async () => {
    await writer.putDays([seen(9)])
    const { end } = await ask(store)
    await writer.putDays([
      reading('2024-05-05', at(3), readEntry('2405.00002', '2024-05-05', { counters: { upvotes: 10 } })),
    ])
    expect(await listed({ after: end ?? null })).toEqual([
      { kind: 'featured', day: '2024-05-05' },
      { kind: 'upvotesPassed', threshold: 10 },
    ])
  })
})

describe('there is no event', () => {
  it('of a reading that says the same', async () => {
    await writer.putDays([seen(9)])
    await writer.putDays([seen(10)])
    expect(await listed()).toHaveLength(1)
  })

  it('for a backfilled day, nor later for its papers', async () => {
    await writer.putDays([seen(9, { upvotes: 30 }, { code })], { isHistory: date => date === day })
    await writer.putDays([seen(10, { upvotes: 51 }, { code })])
    expect(await listed()).toEqual([{ kind: 'upvotesPassed', threshold: 50 }])
  })

  it('of days that are refreshed no more', async () => {
    const readOn = (readAt: string) => writer.putDays([{ ...seen(0, { upvotes: 500 }), readAt }])
    await readOn('2024-08-05T00:00:00.000Z')
    expect(await changesIn(store, { now: Date.parse('2024-08-05T00:00:00Z') })).toEqual([])
  })
})

describe('a page', () => {
  const ids = Array.from({ length: 5 }, (_, i) => `2405.0000${i}`)
  /** Three steps of five papers: featured, then at 10 votes, then at 25. */
  beforeEach(async () => {
    for (const [i, upvotes] of [1, 10, 25].entries())
      await writer.putDays([
        reading(day, at(i), ...ids.map(id => readEntry(id, day, { counters: { upvotes } }))),
      ])
  })

  it.each([1, 2, 3, 100])('of %i at a time, each goes on where the last one ended', async size => {
    const whole = (await changesIn(store)).map(changeKey)
    const keys: string[] = []
    let page = await ask(store, { size })
    for (;;) {
      keys.push(...page.rows.map(({ node }) => changeKey(node)))
      if (!page.hasNextPage) break
      page = await ask(store, { size, after: page.end ?? null })
    }
    expect(keys).toEqual(whole)
    expect(new Set(keys).size).toBe(15)
    const nothing = await ask(store, { size, after: page.end ?? null })
    expect(nothing).toMatchObject({ rows: [], hasNextPage: false, end: page.end })
  })

  it('starts behind any of its rows', async () => {
    const { rows } = await ask(store)
    const rest = await ask(store, { after: rows[6]?.position ?? null })
    expect(rest.rows).toEqual(rows.slice(7))
  })

  it('may be filtered by kind, and ends after the changes that it left out', async () => {
    expect(await listed({ kinds: ['codeAdded'] })).toEqual([])
    const { end } = await ask(store, { kinds: ['codeAdded'] })
    expect(await listed({ after: end ?? null })).toEqual([])
    expect(await listed({ kinds: ['upvotesPassed'], size: 6 })).toHaveLength(6)
  })

  it('may begin at an instant, and then goes on from there though there was nothing yet', async () => {
    expect(await listed({ since: at(2) })).toHaveLength(5)
    const { end } = await ask(store, { since: at(3) })
    await writer.putDays([seen(4, { upvotes: 50 })])
    expect(await listed({ after: end ?? null })).toEqual([{ kind: 'upvotesPassed', threshold: 50 }])
  })

  it('goes on with a cursor that is renewed at every poll, takes one of 90 days ago, and refuses one of 92', async () => {
    const later = (days: number): number => now + days * 86_400_000
    const first = await ask(store, { now: later(0.9) })
    const second = await ask(store, { after: first.end ?? null, now: later(80) })
    expect(await listed({ after: second.end ?? null, now: later(160) })).toEqual([])
    expect(await listed({ after: first.end ?? null, now: later(90.9) })).toEqual([])
    await expect(ask(store, { after: first.end ?? null, now: later(92) })).rejects.toThrow(CursorExpiredError)
  })

  it('refuses a place in the middle of the list once changes behind it may be gone', async () => {
    const soon = now + 80 * 86_400_000
    const first = await ask(store, { size: 2, now: soon })
    expect(first.hasNextPage).toBe(true)
    const rest = await ask(store, { after: first.end ?? null, now: soon })
    expect(rest.rows.length).toBeGreaterThan(0)
    for (const place of [first.end, first.rows[0]?.position])
      await expect(ask(store, { after: place ?? null, now: now + 95 * 86_400_000 })).rejects.toThrow(
        CursorExpiredError,
      )
    expect(await listed({ after: rest.end ?? null, now: now + 95 * 86_400_000 })).toEqual([])
  })

  it.each([0, 30, 24 * 60])(
    'begun among what is 90 days old is gone on from %i minutes later',
    async minutes => {
      const begun = Date.parse(at(1)) + 90 * 86_400_000
      const { rows, end } = await ask(store, { size: 7, now: begun })
      const rest = await listed({ after: end ?? null, now: begun + minutes * 60_000 })
      expect([rows.length, rest.length]).toEqual([7, 3])
    },
  )

  it('shows nothing older than 90 days, deleted yet or not', async () => {
    expect(await listed({ now: Date.parse(at(1)) + 90 * 86_400_000 })).toHaveLength(10)
  })
})

describe('an ingest killed at any write', () => {
  const others = ['2405.00002'].map(id => readEntry(id, day))
  const last = seen(10, { upvotes: 26 }, { title: 'Another', code })
  const another = readEntry('2405.00002', '2024-05-07', { description: { title: 'Third' } })
  const runs: DayReading[][] = [
    [seen(9, { upvotes: 8 })],
    [{ ...last, entries: [...last.entries, ...others] }],
    [reading('2024-05-07', at(11), another), seen(11, { upvotes: 51 })],
  ]

  /** Runs a process that dies after this many written items. False if it finished. */
  async function putAndDie(table: Table, readings: DayReading[], items: number): Promise<boolean> {
    const client = dyingClient(engine.url, items)
    const sleep = async () => {}
    try {
      await createWriter(client, table.name, { owner: 'dead', sleep }).putDays(readings)
      return false
    } catch {
      return true
    } finally {
      client.destroy()
    }
  }

  it('loses and doubles nothing, and its reader, who asks at every stage, has each change once', async () => {
    for (const readings of runs) await writer.putDays(readings)
    const expected = (await changesIn(store)).map(changeKey).sort()
    expect(expected.length).toBeGreaterThan(7)
    for (let items = 0, died = true; died; items++) {
      const table = await engine.table()
      const store = createQuestions(table.client, table.name)
      const isGone = (owner: string) => owner === 'dead'
      const successor = createWriter(table.client, table.name, { owner: 'alive', isGone })
      const keys: string[] = []
      let after: string | null = null
      const poll = async () => {
        const page = await ask(store, { after })
        for (const { node } of page.rows) {
          keys.push(changeKey(node))
          expect(await store.papers([node.paperId])).not.toEqual([null])
        }
        after = page.end ?? null
      }
      for (const readings of runs) {
        died = await putAndDie(table, readings, items)
        await poll()
        await putAndDie(table, readings, items + 2)
        await poll()
        await successor.putDays(readings)
        await poll()
      }
      expect(keys.sort()).toEqual(expected)
    }
  }, 60_000)
})

describe('newest first', () => {
  const keysIn = async (request: Partial<ChangesRequest>) => (await changesIn(store, request)).map(changeKey)

  beforeEach(async () => {
    await writer.putDays([seen(9, { upvotes: 30 }, { code })])
    await writer.putDays([seen(10, { upvotes: 60 }, { code })])
    await writer.putDays([reading('2024-05-07', at(33), readEntry('2405.00002', '2024-05-07'))])
  })

  it('is the same list turned round, page by page', async () => {
    const forward = await keysIn({})
    const backward: string[] = []
    let after: string | null = null
    for (;;) {
      const page: Page<Change> = await ask(store, { descending: true, after, size: 2 })
      backward.push(...page.rows.map(({ node }) => changeKey(node)))
      after = page.rows.at(-1)?.position ?? null
      if (!page.hasNextPage) break
    }
    expect(backward).toEqual(forward.toReversed())
    expect(forward.length).toBeGreaterThan(5)
  })

  it('goes on behind an empty page of a filter', async () => {
    const steps = Array.from({ length: 401 }, (_, i) => new Date(Date.parse(at(34)) + i).toISOString())
    const put = (stamp: string) =>
      changesItem({
        stamp,
        changes: [{ kind: 'metadataChanged', paperId: '2405.00001', at: stamp, parts: ['title'] }],
      })
    await writeItems(
      table,
      steps.map(stamp => ({ put: put(stamp) })),
    )
    const request = { descending: true, kinds: ['codeAdded' as const] }
    const empty = await ask(store, request)
    expect(empty).toMatchObject({ rows: [], hasNextPage: true })
    expect(await keysIn({ ...request, after: empty.end ?? null })).toEqual(['codeAdded/2405.00001'])
  })

  it('begins at the newest from the end of a page of size 0', async () => {
    const { end: after = null } = await ask(store, { descending: true, size: 0 })
    expect(after).not.toBeNull()
    expect(await keysIn({ descending: true, after })).toEqual(await keysIn({ descending: true }))
  })

  it('ends at an instant', async () => {
    expect(await keysIn({ descending: true, since: at(10) })).toEqual([
      'featured/2405.00002/2024-05-07',
      'upvotesPassed/2405.00001/50',
    ])
  })

  it('has those of some papers alone, which are asked of each request at once', async () => {
    const asked: number[] = []
    const ofPapers = async (ids: readonly string[]) => {
      asked.push(ids.length)
      return new Set(['2405.00002'])
    }
    expect(await keysIn({ descending: true, ofPapers })).toEqual(['featured/2405.00002/2024-05-07'])
    expect(asked).toEqual([2])
  })
})

describe('counts', () => {
  it('say how many changes on how many papers there are since an instant, or behind a cursor', async () => {
    await writer.putDays([seen(9, { upvotes: 30 }, { code })])
    const { end = null } = await ask(store)
    await writer.putDays([reading('2024-05-07', at(33), readEntry('2405.00002', '2024-05-07'))])
    const counts = (request: Partial<ChangesRequest>) =>
      store.changeCounts({ after: null, since: null, kinds: null, now, ...request })
    expect(await counts({})).toEqual({ changes: 5, papers: 2 })
    expect(await counts({ since: at(10) })).toEqual({ changes: 1, papers: 1 })
    expect(await counts({ after: end })).toEqual({ changes: 1, papers: 1 })
    expect(await counts({ kinds: ['codeAdded'] })).toEqual({ changes: 1, papers: 1 })
    expect(await counts({ ofPapers: async () => new Set(['2405.00001']) })).toEqual({ changes: 4, papers: 1 })
  })
})
