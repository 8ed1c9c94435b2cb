import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { zeroTotals } from '../items/totals.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { type LeaseOptions, withLease } from './lease.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

const journal = { days: [], papers: [{ id: '2405.00001', existed: false }], entities: [], totals: zeroTotals }
const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

function writers() {
  let at = 0
  const options: LeaseOptions = {
    owner: 'first',
    leaseMs: 30,
    patienceMs: 1_000,
    now: () => at,
    sleep: async ms => {
      at += ms
    },
  }
  return {
    first: options,
    second: { ...options, owner: 'second' },
    stall: (ms: number) => {
      at += ms
    },
  }
}

it('a writer that stalled while another one wrote may write nothing more, even if it extends its lease', async () => {
  const table = await engine.table()
  const { first, second, stall } = writers()
  const work = withLease(table, first, async lease => {
    lease.check()
    await lease.write(journal)
    stall(100)
    await withLease(table, second, async ({ left }) => expect(left).toEqual(journal))
    await wait(60) // Three signs of life.
    lease.check()
  })
  await expect(work).rejects.toThrowError('The lease expired')
})

it('a writer whose lease another one took, by a clock that is ahead, writes nothing more once it has found out', async () => {
  const table = await engine.table()
  const { first, second } = writers()
  const work = withLease(table, first, async lease => {
    await withLease(table, { ...second, now: () => 100 }, async () => {})
    // The table rejects its heartbeats.
    await vi.waitUntil(() => lease.check(), { timeout: 10_000, interval: 10 })
  })
  await expect(work).rejects.toThrowError('The lease expired')
})

it('writers that want to write at the same time do so one after the other', async () => {
  const table = await engine.table()
  const { first, second } = writers()
  let writing = 0
  const work = async () => {
    expect(++writing).toBe(1)
    await wait(5)
    writing--
  }
  const patient = { leaseMs: 10_000, patienceMs: 10_000, sleep: () => wait(1) }
  await Promise.all([first, second, first].map(options => withLease(table, { ...options, ...patient }, work)))
})

it('the journal of a writer that is gone is inherited at once', async () => {
  const table = await engine.table()
  const { first, second } = writers()
  await expect(
    withLease(table, first, async lease => {
      await lease.write(journal)
      throw new Error('killed')
    }),
  ).rejects.toThrowError('killed')
  const sleep = () => Promise.reject(new Error('waited'))
  const isGone = (owner: string) => owner === 'first'
  const left = await withLease(table, { ...second, sleep, isGone }, async lease => lease.left)
  expect(left).toEqual(journal)
  expect(await withLease(table, second, async lease => lease.left)).toBe(null)
})
