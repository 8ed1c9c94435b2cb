import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { spellingsItem } from '../../items/spellings-item.ts'
import { type Write, writeItems } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import { countRequests } from '../../testing/counting.ts'
import { startEngine, type TestEngine } from '../../testing/engine.ts'
import type { EntityPlan } from './plan-entities.ts'
import { isSpelledAnew, planSpellings } from './plan-spellings.ts'

let engine: TestEngine
let table: Table
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())
beforeEach(async () => {
  table = await engine.table()
})

const spelled = (before: string[], after: string[], kind: EntityPlan['kind'] = 'author'): EntityPlan => ({
  kind,
  key: 'ada example',
  existed: before.length > 0,
  exists: after.length > 0,
  older: false,
  spellings: { before, after },
  first: [],
  later: [],
})

it.each<[string, string[], string[], boolean]>([
  ['a first spelling', [], ['Ada Example'], false],
  ['another only spelling', ['Ada Example'], ['ADA Example'], false],
  ['a second spelling', ['Ada Example'], ['Ada Example', 'ADA Example'], true],
  ['the last but one that goes', ['Ada Example', 'ADA Example'], ['Ada Example'], true],
  ['another order', ['Ada Example', 'ADA Example'], ['ADA Example', 'Ada Example'], true],
  ['the same two', ['Ada Example', 'ADA Example'], ['Ada Example', 'ADA Example'], false],
])('%s needs the list of spellings or not', (_, before, after, isNeeded) => {
  expect(isSpelledAnew(spelled(before, after))).toBe(isNeeded)
})

const several = ['Ada Example', 'ADA Example']
const item = (kind: 'author' | 'keyword') =>
  spellingsItem(kind, undefined, new Map([['ada example', several]]))

it('each kind has a list of its own, and a kind without a change is not read', async () => {
  const requests = countRequests(table.client)
  expect(await planSpellings(table, [])).toEqual([])
  expect(await planSpellings(table, [spelled([], several, 'organization')])).toEqual([])
  expect(requests.take()).toEqual([])
  expect(await planSpellings(table, [spelled([], several, 'keyword')])).toEqual([{ put: item('keyword') }])
  expect(requests.take()).toHaveLength(1)
  expect(await planSpellings(table, [spelled([], several), spelled([], several, 'keyword')])).toEqual([
    { put: item('author') },
    { put: item('keyword') },
  ])
})

it('a list is written when it changes, and deleted with its last name', async () => {
  await writeItems(table, [{ put: item('author') } as Write])
  expect(await planSpellings(table, [spelled([], several)])).toEqual([])
  const other = ['Ada Example', 'Ada EXAMPLE']
  const changed = spellingsItem('author', undefined, new Map([['ada example', other]]))
  expect(await planSpellings(table, [spelled(several, other)])).toEqual([{ put: changed }])
  expect(await planSpellings(table, [spelled(several, ['Ada Example'])])).toEqual([
    { delete: expect.objectContaining({ pk: 'SPELLINGS', sk: 'A' }) },
  ])
  expect(await planSpellings(table, [spelled(several, ['Ada Example'], 'keyword')])).toEqual([])
})
