import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type EntityItem,
  entityItems,
  type MonthItem,
  type Posting,
  postingsIn,
} from '../../items/entity-item.ts'
import { entityName } from '../../items/postings.ts'
import { entityKey, type Key, monthsPartition } from '../../table/keys.ts'
import { getItems, queryAll, writeItems } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import { startEngine, type TestEngine } from '../../testing/engine.ts'
import { planEntities } from './plan-entities.ts'
import type { PaperPlan } from './plan-papers.ts'

const ADA = { kind: 'author', key: 'ada example' } as const

let engine: TestEngine
let table: Table
let stated: Map<string, Posting>
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
  stated = new Map()
})

/** Papers of a month, from the first day on. */
const papersIn = (month: string, count: number, name = 'Ada Example'): Posting[] =>
  Array.from({ length: count }, (_, i) => {
    const day = `${month}-${String(i + 1).padStart(2, '0')}`
    return { day, id: `${day.slice(2).replaceAll('-', '')}.00001`, name }
  })

/** A paper that names Ada by this posting, or no longer. */
const paperWith = (id: string, posting: Posting | null): PaperPlan => ({
  id,
  existed: true,
  firstDay: posting?.day ?? '',
  at: new Map(),
  rows: [],
  paper: [],
  before: new Map(),
  after: new Map(posting ? [[entityName(ADA.kind, ADA.key), { ...ADA, posting }]] : []),
  ranks: new Map(),
})

const stored = async (): Promise<[EntityItem | undefined, MonthItem[]]> => {
  const [[item], months] = await Promise.all([
    getItems<EntityItem>(table, [entityKey(ADA.kind, ADA.key)]),
    queryAll<MonthItem>(table, { partition: monthsPartition(ADA.kind, ADA.key) }),
  ])
  return [item, months]
}
const idsIn = (postings: readonly Posting[]) => new Set(postings.map(({ id }) => id))

/** Plans and writes a step. What stays is never missing, and the items are those of all postings at once. */
async function step(papers: readonly PaperPlan[]) {
  const before = idsIn([...stated.values()])
  for (const { id, after } of papers) {
    const [named] = after.values()
    if (named) stated.set(id, named.posting)
    else stated.delete(id)
  }
  const [plan] = await planEntities(table, [ADA], papers)
  if (!plan) throw new Error('no plan')
  await writeItems(table, plan.first)
  const between = idsIn(postingsIn(...(await stored())))
  for (const id of before) if (stated.has(id)) expect(between).toContain(id)
  await writeItems(table, plan.later)
  const [item, months] = await stored()
  const items: Key[] = item ? [item, ...months] : months
  expect(items).toEqual(entityItems(ADA.kind, ADA.key, [...stated.values()]))
  return plan
}
const named = (postings: readonly Posting[]) => postings.map(each => paperWith(each.id, each))
const unnamed = (postings: readonly Posting[]) => postings.map(({ id }) => paperWith(id, null))

describe('the items of an author', () => {
  it('grow into items by month, and come back as papers go', async () => {
    const [winter, spring, autumn] = [
      papersIn('2024-01', 20),
      papersIn('2024-04', 20),
      papersIn('2023-10', 9),
    ]
    expect(await step(named(winter))).toMatchObject({ existed: false, exists: true, older: false })
    expect(await step(named(spring))).toMatchObject({ existed: true, exists: true, older: false })
    expect((await stored())[1].map(({ sk }) => sk)).toEqual(['2024-01'])
    expect(await step(named(autumn))).toMatchObject({ older: true })
    expect((await stored())[1].map(({ sk }) => sk)).toEqual(['2023-10', '2024-01'])
    await step(unnamed(spring.slice(3)))
    expect((await stored())[1].map(({ sk }) => sk)).toEqual(['2023-10'])
    await step(unnamed([...autumn, ...winter.slice(9)]))
    expect((await stored())[1]).toEqual([])
    const rest = [...winter.slice(0, 9), ...spring.slice(0, 3)]
    expect(await step(unnamed(rest))).toMatchObject({ existed: true, exists: false, older: false })
    expect(await stored()).toEqual([undefined, []])
  })

  it('that stay as they are, are not written', async () => {
    const all = [...papersIn('2024-01', 20), ...papersIn('2024-04', 20)]
    await step(named(all))
    expect(await step(named(all.slice(15, 25)))).toMatchObject({ first: [], later: [] })
    const [newest] = papersIn('2024-05', 1)
    const plan = await step(named([newest as Posting]))
    // One paper is new, and the oldest of the inline ones moves to its month.
    expect([plan.first, plan.later].map(writes => writes.length)).toEqual([1, 1])
  })

  it('are named and spelled by all papers, the earliest first', async () => {
    await step(named(papersIn('2024-04', 2)))
    const other = papersIn('2024-01', 2, 'ADA Example')
    expect((await step(named(other))).spellings).toEqual({
      before: ['Ada Example'],
      after: ['ADA Example', 'Ada Example'],
    })
    expect((await stored())[0]?.name).toBe('ADA Example')
    expect((await step(unnamed(other))).spellings.after).toEqual(['Ada Example'])
  })

  it('by month are found where only the caller knows of them, as after a crash', async () => {
    const winter = papersIn('2024-01', 31)
    const [, ...months] = entityItems(ADA.kind, ADA.key, [...winter, ...papersIn('2024-04', 30)])
    await writeItems(
      table,
      months.map(put => ({ put })),
    )
    const [unaware] = await planEntities(table, [ADA], [])
    expect(unaware).toMatchObject({ existed: false, exists: false, older: false, first: [], later: [] })
    const [aware] = await planEntities(table, [{ ...ADA, older: true }], [])
    expect(aware).toMatchObject({ existed: false, exists: true, older: true })
  })
})
