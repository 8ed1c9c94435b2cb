import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Questions } from '../questions.ts'
import type { Table } from '../table/table.ts'
import { contentsOf } from '../testing/contents.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { printed, readEntry, reading } from '../testing/readings.ts'
import { createMaintenance } from '../write/maintenance.ts'
import { createWriter, type Writer } from '../write/writer.ts'
import { createQuestions } from './create-questions.ts'

let engine: TestEngine
let table: Table
let store: Questions
let writer: Writer
let minute = 0

beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
  store = createQuestions(table.client, table.name)
  writer = createWriter(table.client, table.name, { owner: 'test' })
})

const day = (date: string, id: string, keywords: string[], names: string[] = []) =>
  reading(
    date,
    `${date}T12:00:00.000Z`,
    readEntry(id, date, { description: { keywords, authors: names.map(printed) } }),
  )

const spellings = async () => {
  const { author, keyword } = await store.spellings(minute++ * 60_000)
  return { author: Object.fromEntries(author), keyword: Object.fromEntries(keyword) }
}

describe('the canonical name of several spellings', () => {
  it('is that of the earliest paper, also when a backfill loads it last', async () => {
    await writer.putDays([day('2024-05-07', '2405.00002', ['chain of thought'], ['Yu li'])])
    expect(await spellings()).toEqual({ author: {}, keyword: {} })
    await writer.putDays([day('2024-05-08', '2405.00003', ['Chain-of-Thought'], ['Yu Li'])])
    expect(await spellings()).toEqual({
      author: { 'Yu Li': 'Yu li' },
      keyword: { 'Chain-of-Thought': 'chain of thought' },
    })
    await writer.putDays([day('2024-05-06', '2405.00001', ['CHAIN OF THOUGHT'])])
    expect((await spellings()).keyword).toEqual({
      'chain of thought': 'CHAIN OF THOUGHT',
      'Chain-of-Thought': 'CHAIN OF THOUGHT',
    })
  })

  it('covers two spellings on one paper', async () => {
    await writer.putDays([day('2024-05-06', '2405.00001', [], ['Shuang Li', 'Shuang-Li'])])
    expect((await spellings()).author).toEqual({ 'Shuang-Li': 'Shuang Li' })
  })

  it('is gone when one spelling is left, and with a person who is forgotten', async () => {
    await writer.putDays([
      day('2024-05-06', '2405.00001', ['LLM'], ['Ada', 'ADA']),
      day('2024-05-07', '2405.00002', ['llm']),
    ])
    await writer.putDays([
      reading('2024-05-07', '2024-05-08T12:00:00.000Z', readEntry('2405.00002', '2024-05-07')),
    ])
    expect((await spellings()).keyword).toEqual({})
    await createMaintenance(table.client, table.name, { owner: 'test' }).forget('ada')
    expect((await spellings()).author).toEqual({})
  })

  it('is derived again by a rebuild', async () => {
    await writer.putDays([day('2024-05-06', '2405.00001', ['LLM']), day('2024-05-07', '2405.00002', ['llm'])])
    const before = await contentsOf(table)
    await createMaintenance(table.client, table.name, { owner: 'test' }).rebuild(() => null)
    expect(await contentsOf(table)).toEqual(before)
  })

  it('is read once a minute for all', async () => {
    const now = 1_000
    const [one, two] = [store.spellings(now), store.forRequest().spellings(now)]
    expect(one).toBe(two)
    const read = await one
    expect(store.spellings(now + 59_999)).toBe(read)
    expect(store.spellings(now + 60_000)).not.toBe(read)
  })
})
