import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Questions } from '../questions.ts'
import { createQuestions } from '../read/create-questions.ts'
import type { Table } from '../table/table.ts'
import { contentsOf } from '../testing/contents.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { account, printed, readEntry, reading } from '../testing/readings.ts'
import { createWriter, type Writer } from './writer.ts'

let engine: TestEngine
let table: Table
let store: Questions
let writer: Writer
const all = { size: 100, backward: false, after: null, before: null }
const byVotes = { field: 'upvotes', descending: true } as const

beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
  store = createQuestions(table.client, table.name)
  writer = createWriter(table.client, table.name, { owner: 'test' })
})

const noon = (day: string): string => `${day}T12:00:00.000Z`
const idsOf = (page: { rows: { node: { id: string } }[] }): string[] => page.rows.map(({ node }) => node.id)

describe('a first reading', () => {
  it('puts every paper on its day, by votes, ties by id descending', async () => {
    const votes = (upvotes: number) => ({ counters: { upvotes } })
    const day = '2024-05-06'
    const outcome = await writer.putDays([
      reading(
        day,
        noon(day),
        readEntry('2405.00001', day, votes(3)),
        readEntry('2405.00002', day, votes(9)),
        readEntry('2405.00003', day, votes(3)),
      ),
    ])
    expect(outcome).toMatchObject({ new: 3, changed: 0 })
    expect(idsOf(await store.papersOn(day, byVotes, all))).toEqual(['2405.00002', '2405.00003', '2405.00001'])
    expect(await store.totals()).toMatchObject({ papers: 3, days: 1, author: 4, keyword: 1 })
  })

  it('makes each author, keyword, organization and account findable with an exact count', async () => {
    const day = '2024-05-06'
    const ada = { ...printed('Ada Example'), account: account('ada'), claim: 'claimed_verified' }
    await writer.putDays([
      reading(
        day,
        noon(day),
        readEntry('2405.00001', day, {
          description: { authors: [ada, printed('ADA  Example')] },
          featuring: { submitter: account('bob') },
        }),
        readEntry('2405.00002', day, {
          description: {
            authors: [printed('Ada Éxample')],
            organization: { name: 'Lab', fullName: 'The Lab', avatar: null },
          },
        }),
      ),
    ])
    expect(await store.entities('author', ['ada example'])).toMatchObject([
      { paperCount: 2, accounts: ['ada'], name: 'Ada Example' },
    ])
    expect(await store.entities('account', ['ada', 'bob'])).toMatchObject([
      { paperCount: 1, submissionCount: 0 },
      { paperCount: 0, submissionCount: 1 },
    ])
    expect(await store.entities('organization', ['lab'])).toMatchObject([
      { paperCount: 1, fullName: 'The Lab' },
    ])
    expect(idsOf(await store.papersOf({ kind: 'author', key: 'ada example' }, true, all))).toEqual([
      '2405.00002',
      '2405.00001',
    ])
    expect(idsOf(await store.papersOf({ kind: 'submitter', key: 'bob' }, true, all))).toEqual(['2405.00001'])
  })
})

describe('a repeated reading', () => {
  it('writes nothing', async () => {
    const day = '2024-05-06'
    const same = reading(day, noon(day), readEntry('2405.00001', day), readEntry('2405.00002', day))
    await writer.putDays([same])
    const before = await contentsOf(table)
    expect(await writer.putDays([{ ...same, entries: same.entries.toReversed() }])).toMatchObject({
      new: 0,
      changed: 0,
    })
    expect(await contentsOf(table)).toEqual(before)
  })
})

describe('a changed reading', () => {
  const day = '2024-05-06'
  const later = '2024-05-06T13:00:00.000Z'

  it('moves a vote everywhere and touches nothing else', async () => {
    await writer.putDays([
      reading(day, noon(day), readEntry('2405.00001', day), readEntry('2405.00002', day)),
    ])
    expect(
      await writer.putDays([
        reading(
          day,
          later,
          readEntry('2405.00001', day, { counters: { upvotes: 7 } }),
          readEntry('2405.00002', day),
        ),
      ]),
    ).toMatchObject({ new: 0, changed: 1 })
    expect(idsOf(await store.paperList(byVotes, null, all))).toEqual(['2405.00001', '2405.00002'])
    expect(await store.papers(['2405.00001'])).toMatchObject([{ upvotes: 7, updatedAt: later }])
    expect((await store.ranksOn([day]))[0]?.get('2405.00001')).toBe(1)
  })

  it('drops the entities that a paper no longer names, and recounts the others', async () => {
    await writer.putDays([
      reading(day, noon(day), readEntry('2405.00001', day, { description: { keywords: ['old', 'kept'] } })),
    ])
    await writer.putDays([
      reading(
        day,
        later,
        readEntry('2405.00001', day, {
          description: { keywords: ['kept', 'new'], authors: [printed('Zoe')] },
        }),
      ),
    ])
    expect(await store.entities('keyword', ['old', 'kept', 'new'])).toMatchObject([
      null,
      { paperCount: 1 },
      { paperCount: 1 },
    ])
    expect(await store.entities('author', ['ada example', 'zoe'])).toMatchObject([null, { paperCount: 1 }])
    expect(await store.totals()).toMatchObject({ author: 1, keyword: 2 })
  })

  it('deletes nothing because it is absent', async () => {
    await writer.putDays([
      reading(day, noon(day), readEntry('2405.00001', day), readEntry('2405.00002', day)),
    ])
    await writer.putDays([reading(day, later, readEntry('2405.00002', day))])
    await writer.putDays([reading(day, '2024-05-06T14:00:00.000Z')])
    expect(idsOf(await store.papersOn(day, byVotes, all))).toEqual(['2405.00002', '2405.00001'])
  })
})

describe('a paper on two days', () => {
  const first = '2024-05-06'
  const second = '2024-05-08'
  const on = (day: string, submitter: string, upvotes: number) =>
    reading(
      day,
      noon(day),
      readEntry('2405.00001', day, { featuring: { submitter: account(submitter) }, counters: { upvotes } }),
    )

  it.each([
    ['in order', [on(first, 'bob', 3), on(second, 'eve', 5)]],
    ['in the other order', [on(second, 'eve', 5), on(first, 'bob', 3)]],
  ])('is one paper with two featurings, read %s', async (_, readings) => {
    for (const each of readings) await writer.putDays([each])
    expect(await store.papers(['2405.00001'])).toMatchObject([
      {
        featuredOn: first,
        upvotes: 5,
        featurings: [{ day: first }, { day: second }],
        submitter: { username: 'eve' },
      },
    ])
    expect((await store.papersOn(first, byVotes, all)).rows[0]?.node).toMatchObject({
      upvotes: 3,
      submitter: { username: 'bob' },
    })
    expect(idsOf(await store.paperList({ field: 'featuredOn', descending: true }, null, all))).toEqual([
      '2405.00001',
    ])
    expect(await store.entities('account', ['bob', 'eve'])).toMatchObject([
      { submissionCount: 1 },
      { submissionCount: 1 },
    ])
    expect(await store.totals()).toMatchObject({ papers: 1, days: 2 })
    expect(await writer.putDays([...readings])).toMatchObject({ new: 0, changed: 0 })
  })

  it('is once in every range with one of its days, as on its latest day', async () => {
    await writer.putDays([on(first, 'bob', 3), on(second, 'eve', 5)])
    for (const [from, to] of [
      [first, first],
      [second, second],
      [first, second],
      [null, null],
    ] as const)
      for (const field of ['featuredOn', 'upvotes'] as const) {
        const page = await store.paperList({ field, descending: true }, from ? { from, to } : null, all)
        expect(page.rows.map(({ node }) => node)).toMatchObject([
          { id: '2405.00001', featuredOn: first, upvotes: 5, submitter: { username: 'eve' } },
        ])
        expect(await page.total()).toBe(1)
      }
  })

  it('is ranked by the counters of its latest day, also when that day is out of the range', async () => {
    const others = [4, 9].map(upvotes => readEntry(`2405.0001${upvotes}`, first, { counters: { upvotes } }))
    const monday = on(first, 'bob', 3)
    await writer.putDays([{ ...monday, entries: [...monday.entries, ...others] }, on(second, 'eve', 5)])
    const ranked = ['2405.00019', '2405.00001', '2405.00014']
    for (const field of ['upvotes', 'trending'] as const) {
      const ofMonday = await store.paperList({ field, descending: true }, { from: first, to: first }, all)
      expect(idsOf(ofMonday)).toEqual(ranked)
    }
    expect(idsOf(await store.papersOn(first, byVotes, all))).toEqual([
      '2405.00019',
      '2405.00014',
      '2405.00001',
    ])
  })
})
