import type { Day } from '@daily-papers/papers/paper.ts'
import { unpack } from '../items/pack.ts'
import type { RawItem } from '../items/raw-item.ts'
import type { ReadRaw } from '../items/reading.ts'
import { forgottenSteps } from '../items/steps-item.ts'
import { totalsItem, zeroTotals } from '../items/totals.ts'
import { DAYS, FEATURED, featuredPlace, isEntityKey, type Key, rawKey } from '../table/keys.ts'
import { getItems, queryAll, scanKeys, writeItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { nothingTouched } from './journal.ts'
import type { Lease } from './lease.ts'
import { type Fact, type Known, readKnown } from './plan/facts.ts'
import { type Forgotten, readForgotten, without } from './plan/forgotten.ts'
import { artefactsOf } from './plan/plan-artefacts.ts'
import { daysOf, planDays, readDays } from './plan/plan-days.ts'
import { planEntities } from './plan/plan-entities.ts'
import { planPaper } from './plan/plan-papers.ts'
import { isSpelledAnew, planSpellings } from './plan/plan-spellings.ts'

const PAPERS_A_STEP = 500

export interface RederiveOptions {
  /** Parses the stored raw entries again, so that the items have what it finds in them. Counters stay. */
  read: ReadRaw
  /** Called with the number of papers done. */
  onStep: (papers: number) => void
}

/**
 * Derives papers, entities, days' ranks and totals again from the featurings alone. Lists of entities are incomplete
 * meanwhile. If it is interrupted, the next writer starts it again.
 */
export async function rederive(table: Table, lease: Lease, rereading?: RederiveOptions): Promise<void> {
  const { forgetting } = lease.left ?? {}
  await lease.write({
    ...nothingTouched,
    rederive: true,
    ...(forgetting === undefined ? {} : { forgetting }),
  })
  const derived = (await scanKeys(table)).filter(isEntityKey)
  await writeItems(
    table,
    derived.map(key => ({ delete: key })),
    lease.check,
  )
  const [forgotten, rows] = await Promise.all([readForgotten(table), daysOfPapers(table)])
  const totals = { ...zeroTotals }
  const ids = [...rows.keys()]
  for (let at = 0; at < ids.length; at += PAPERS_A_STEP) {
    const step = ids.slice(at, at + PAPERS_A_STEP)
    const known = await readKnown(table, new Map(step.map(id => [id, rows.get(id) ?? new Set()])))
    if (rereading) await rereadRaws(table, known, rereading.read, forgotten)
    const papers = known
      .map(paper => planPaper({ ...paper, paper: undefined }, paper.facts))
      .filter(plan => plan !== null)
    const entities = await planEntities(
      table,
      papers.flatMap(({ after }) => [...after.values()]),
      papers,
    )
    const records = await readDays(table, daysOf(papers))
    const days = planDays(records, papers, new Map())
    const writes = [
      papers.flatMap(({ rows, paper }) => [...rows, ...paper]),
      entities.flatMap(({ first, later }) => [...first, ...later]),
      await planSpellings(table, entities.filter(isSpelledAnew)),
      days.flatMap(({ writes }) => writes),
    ]
    for (const stage of writes) await writeItems(table, stage, lease.check)
    totals.papers += papers.length
    for (const entity of entities) totals[entity.kind] += Number(entity.exists) - Number(entity.existed)
    rereading?.onStep(Math.min(at + PAPERS_A_STEP, ids.length))
  }
  totals.days = (await queryAll<Key>(table, { partition: DAYS }, { only: ['sk'], consistent: true })).length
  await writeItems(table, [{ put: totalsItem(totals) }], lease.check)
  await writeItems(table, [{ put: forgottenSteps() }], lease.check)
}

/** Updates each fact from its raw entry, as it is parsed now. */
async function rereadRaws(table: Table, known: Known[], read: ReadRaw, forgotten: Forgotten): Promise<void> {
  const places: { paper: Known; day: Day; fact: Fact }[] = known.flatMap(paper =>
    [...paper.facts].map(([day, fact]) => ({ paper, day, fact })),
  )
  const raws = await getItems<RawItem>(
    table,
    places.map(({ paper, day }) => rawKey(paper.id, day)),
    { consistent: true },
  )
  for (const [i, { paper, day, fact }] of places.entries()) {
    const raw = raws[i]
    const said = raw && read(unpack(raw.doc), day)
    if (said)
      paper.facts.set(
        day,
        without(
          {
            ...fact,
            description: { ...said.description, ...artefactsOf(fact.description) },
            featuring: said.featuring,
          },
          forgotten,
        ),
      )
  }
}

/** Every paper that has a featuring, with its days. */
async function daysOfPapers(table: Table): Promise<Map<string, Set<Day>>> {
  const rows = await queryAll<Key>(table, { partition: FEATURED }, { only: ['sk'], consistent: true })
  const days = new Map<string, Set<Day>>()
  for (const { sk } of rows) {
    const { day, id } = featuredPlace(sk)
    days.set(id, (days.get(id) ?? new Set()).add(day))
  }
  return days
}
