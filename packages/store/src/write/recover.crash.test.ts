import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DayReading } from '../items/reading.ts'
import { createQuestions } from '../read/create-questions.ts'
import { featuringKey, historyKey, risingKey } from '../table/keys.ts'
import { getItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { contentsOf } from '../testing/contents.ts'
import { dyingClient } from '../testing/crash.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { account, printed, readEntry, reading, runOf } from '../testing/readings.ts'
import { createWriter } from './writer.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

const instantWait = async (): Promise<void> => {}
const isGone = (owner: string): boolean => owner === 'dead'

/** Puts readings in a process that dies after this many written items. False if it finished. */
async function putAndDie(table: Table, readings: DayReading[], items: number): Promise<boolean> {
  const client = dyingClient(engine.url, items)
  try {
    await createWriter(client, table.name, { owner: 'dead', isGone, sleep: instantWait }).putDays(readings)
    return false
  } catch {
    return true
  } finally {
    client.destroy()
  }
}

const successor = (table: Table) =>
  createWriter(table.client, table.name, { owner: 'alive', isGone, sleep: instantWait })

const day = '2024-05-06'
const other = '2024-05-07'
const names = ['Ada Example', 'Bo Example', 'Cy Example', 'ADA Example']

/** A small state of the feed: the papers of two days, their descriptions and votes. */
const entryOf = fc.record({
  id: fc.constantFrom('2405.00001', '2405.00002', '2405.00003'),
  authors: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
  keywords: fc.uniqueArray(fc.constantFrom('sampling', 'agents'), { maxLength: 2 }),
  submitter: fc.option(fc.constantFrom('bob', 'eve')),
})
const dayOf = (minLength: number) =>
  fc.uniqueArray(entryOf, { selector: entry => entry.id, minLength, maxLength: 3 })
const stateWith = (minLength: number) =>
  fc.record({
    days: fc.tuple(dayOf(minLength), dayOf(minLength)),
    votes: fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 4, maxLength: 4 }),
  })
const stateOf = stateWith(1)
type State = typeof stateOf extends fc.Arbitrary<infer T> ? T : never

const readingsAt = ({ days, votes }: State, hour: number): DayReading[] =>
  [day, other].map((on, i) =>
    reading(
      on,
      new Date(Date.UTC(2024, 4, 8, hour)).toISOString(),
      ...(days[i] ?? []).map(({ id, authors, keywords, submitter }) =>
        readEntry(id, on, {
          description: { authors: authors.map(printed), keywords },
          featuring: { submitter: submitter === null ? null : account(submitter) },
          counters: { upvotes: votes[Number(id.at(-1))] ?? null },
        }),
      ),
    ),
  )

describe('after a crash at any write', () => {
  it('the next run over the same days ends as if nothing had happened', async () => {
    const readings = [
      reading(day, `${day}T12:00:00.000Z`, readEntry('2405.00001', day), readEntry('2405.00002', day)),
      reading(other, `${other}T12:00:00.000Z`, readEntry('2405.00001', other, { counters: { upvotes: 4 } })),
    ]
    const undisturbed = await engine.table()
    await successor(undisturbed).putDays(readings)
    const expected = await contentsOf(undisturbed)
    for (let items = 0; ; items++) {
      const table = await engine.table()
      const died = await putAndDie(table, readings, items)
      await successor(table).putDays(readings)
      expect(await contentsOf(table)).toEqual(expected)
      if (!died) break
    }
  })

  it('any sequence of changing readings, each run killed somewhere, ends as the same readings undisturbed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ state: stateOf, kill: fc.integer({ min: 0, max: 40 }) }), {
          minLength: 2,
          maxLength: 4,
        }),
        async runs => {
          const [table, undisturbed] = [await engine.table(), await engine.table()]
          for (const [hour, { state, kill }] of runs.entries()) {
            await putAndDie(table, readingsAt(state, hour), kill)
            await successor(table).putDays(readingsAt(state, hour))
            await successor(undisturbed).putDays(readingsAt(state, hour))
          }
          expect(await contentsOf(table)).toEqual(await contentsOf(undisturbed))
        },
      ),
      { numRuns: 5 },
    )
  }, 60_000)

  it('a paper that only a killed run saw leaves no trace in entities', async () => {
    const before = reading(day, `${day}T10:00:00.000Z`, readEntry('2405.00001', day))
    const keywords = { description: { keywords: ['fleeting'] } }
    const fleeting = reading(day, `${day}T11:00:00.000Z`, readEntry('2405.00001', day, keywords))
    const undisturbed = await engine.table()
    await successor(undisturbed).putDays([before])
    const expected = await contentsOf(undisturbed)
    for (let items = 0, died = true; died; items++) {
      const table = await engine.table()
      await successor(table).putDays([before])
      died = await putAndDie(table, [fleeting], items)
      await successor(table).putDays([{ ...before, readAt: `${day}T12:00:00.000Z` }])
      expect(await contentsOf(table)).toEqual(expected)
    }
  })
})

describe('after a crash while another one is set right', () => {
  const id = '2405.00001'
  const readings = [day, other].map(on =>
    reading(on, `${other}T12:00:00.000Z`, readEntry(id, on, { description: { keywords: [`of ${on}`] } })),
  )

  /**
   * Of its two rows the paper has but one: a keyword is named that the run, for which the later row counts, did not know
   * of.
   */
  async function isHalfWritten(table: Table): Promise<boolean> {
    const keys = [day, other].map(on => featuringKey(on, id))
    const [first, second] = await getItems(table, keys, { consistent: true })
    return first !== undefined && second === undefined
  }

  it('at any write, the next run ends as if nothing had happened', async () => {
    const undisturbed = await engine.table()
    await successor(undisturbed).putDays(readings)
    const expected = await contentsOf(undisturbed)
    let halfWritten = 0
    for (let first = 0, died = true; died; first++) {
      for (let second = 0, diedAgain = true; diedAgain; second++) {
        const table = await engine.table()
        died = await putAndDie(table, readings, first)
        if (!(await isHalfWritten(table))) break
        halfWritten++
        diedAgain = await putAndDie(table, readings, second)
        await successor(table).putDays(readings)
        expect(await contentsOf(table)).toEqual(expected)
      }
    }
    expect(halfWritten).toBeGreaterThan(10)
  })
})

describe('a history', () => {
  it('ends in the state of the feed, though a killed run had written more', async () => {
    const at = (hour: string, upvotes: number) =>
      reading(day, `${day}T${hour}:00:00.000Z`, readEntry('2405.00001', day, { counters: { upvotes } }))
    for (let items = 0, died = true; died; items++) {
      const table = await engine.table()
      await successor(table).putDays([at('10', 1)])
      died = await putAndDie(table, [at('11', 9)], items)
      await successor(table).putDays([at('12', 1)])
      const [history] = await createQuestions(table.client, table.name).histories(['2405.00001'])
      expect(history?.at(-1)).toMatchObject({ upvotes: 1 })
    }
  })
})

describe('an entity whose papers outgrow its item', () => {
  /** Dots are no part of a name: all of these are one author, whose papers take 150 bytes each. */
  const long = (id: number): string => `Ada Example${'.'.repeat(100 + id)}`
  const paper = (id: number) =>
    readEntry(`2405.0000${id}`, dayOfPaper(id), { description: { authors: [printed(long(id))] } })
  const dayOfPaper = (id: number): string => `2024-0${id % 2 ? 4 : 5}-0${id}`
  const at = (hour: number, ...ids: number[]): DayReading[] =>
    ids.map(id => reading(dayOfPaper(id), new Date(Date.UTC(2024, 5, 1, hour)).toISOString(), paper(id)))
  const without = (id: number, hour: number): DayReading => {
    const other = readEntry(`2405.0000${id}`, dayOfPaper(id), { description: { authors: [printed('Bo')] } })
    return reading(dayOfPaper(id), new Date(Date.UTC(2024, 5, 1, hour)).toISOString(), other)
  }

  it.each<[string, DayReading[], DayReading[]]>([
    ['gains newer papers', at(1, 2, 3, 4, 5), at(2, 6, 8)],
    ['gains an older paper, by which it is named', at(1, 3, 5, 7, 9, 2, 4, 6), at(2, 1)],
    ['loses newer papers', at(1, 1, 2, 3, 4, 6, 8), [without(6, 2), without(8, 2)]],
    ['fits its item again', at(1, 1, 2, 4, 6, 8), [without(2, 2), without(4, 2)]],
    ['loses all its papers', at(1, 2, 4, 6, 8, 9), [2, 4, 6, 8, 9].map(id => without(id, 2))],
  ])(
    'keeps them all when a run is killed at any item while it %s',
    async (_, before, readings) => {
      const undisturbed = await engine.table()
      await successor(undisturbed).putDays(before)
      await successor(undisturbed).putDays(readings)
      const expected = await contentsOf(undisturbed)
      for (let items = 0, died = true; died; items++) {
        const table = await engine.table()
        await successor(table).putDays(before)
        died = await putAndDie(table, readings, items)
        await putAndDie(table, readings, items) // Its successor is killed too.
        await successor(table).putDays(readings)
        expect(await contentsOf(table)).toEqual(expected)
      }
    },
    60_000,
  )
})

describe('readings in any order, some more than once', () => {
  it('end as the same readings in the order of time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stateWith(0), { minLength: 2, maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
        async (states, picks) => {
          const runs = states.map((state, hour) => readingsAt(state, hour))
          const [table, inOrder] = [await engine.table(), await engine.table()]
          for (const run of runs) await record(inOrder, run)
          const repeated = [...runs, ...picks.slice(0, 2).map(pick => runs[pick % runs.length] ?? [])]
          const shuffled = repeated
            .map((run, i) => ({ run, pick: picks[i] ?? 0 }))
            .sort((a, b) => a.pick - b.pick)
          for (const { run } of shuffled) await record(table, run)
          const steady = steadyPapers(states)
          expect(await comparable(table, steady)).toEqual(await comparable(inOrder, steady))
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)
})

async function record(table: Table, run: DayReading[]): Promise<void> {
  const writer = successor(table)
  await writer.putDays(run)
  await writer.putRun(runOf(...run))
}

/**
 * Papers of one day that stand in one unbroken sequence of its readings. Only their histories follow from the readings in
 * any order: of the others, the latest day or the return was not known when an older reading came.
 */
function steadyPapers(states: State[]): Set<string> {
  const seen = new Map<string, string[]>()
  for (const [hour, { days }] of states.entries())
    for (const [i, entries] of days.entries())
      for (const { id } of entries) seen.set(id, [...(seen.get(id) ?? []), `${i}/${hour}`])
  const nonEmpty = (i: number) =>
    states.flatMap(({ days }, hour) => (days[i]?.length ? [`${i}/${hour}`] : []))
  return new Set(
    [...seen].flatMap(([id, places]) => {
      const readings = nonEmpty(Number(places[0]?.[0])).join(' ')
      return readings.includes(places.join(' ')) ? [id] : []
    }),
  )
}

/** What a table holds, with the histories of some papers only. */
async function comparable(table: Table, papers: ReadonlySet<string>) {
  const { table: items = [], ...indexes } = await contentsOf(table)
  const history = historyKey('').sk
  return {
    ...indexes,
    table: items.filter(
      ({ pk, sk }) => pk !== risingKey.pk && (sk !== history || papers.has(String(pk).slice(2))),
    ),
  }
}
