import type { Day } from '@daily-papers/papers/paper.ts'
import { unpack } from '../items/pack.ts'
import type { RawItem } from '../items/raw-item.ts'
import { FEATURED, isEntityKey, type Key, rawKey } from '../keys.ts'
import type { ReadRaw } from '../reading.ts'
import { getItems, queryAll, scanKeys, type Table, writeItems } from '../requests.ts'
import { readTotals, totalsItem, zeroTotals } from '../totals.ts'
import { type Fact, readKnown } from './facts.ts'
import { readForgotten, without } from './forgotten.ts'
import type { Lease } from './lease.ts'
import { planDays, readDays } from './plan-days.ts'
import { planEntities } from './plan-entities.ts'
import { planPaper } from './plan-papers.ts'
import { replan } from './replan.ts'

const PAPERS_A_STEP = 500

/** Reads every kept raw entry again and brings the rows to what it says now. Counters stay. */
export async function rereadRaws(
  table: Table,
  lease: Lease,
  read: ReadRaw,
  onStep: (papers: number) => void,
): Promise<void> {
  const forgotten = await readForgotten(table)
  const ids = await allPapers(table)
  for (let at = 0; at < ids.length; at += PAPERS_A_STEP) {
    const step = ids.slice(at, at + PAPERS_A_STEP)
    const known = await readKnown(table, new Map(step.map(id => [id, new Set()])))
    const places = known.flatMap(({ id, facts }) => [...facts.keys()].map(day => ({ id, day })))
    const raws = await getItems<RawItem>(
      table,
      places.map(({ id, day }) => rawKey(id, day)),
    )
    const rawOf = new Map(raws.filter(raw => raw !== undefined).map(raw => [`${raw.pk} ${raw.sk}`, raw]))
    const reform = (fact: Fact, id: string, day: Day): Fact => {
      const { pk, sk } = rawKey(id, day)
      const raw = rawOf.get(`${pk} ${sk}`)
      const said = raw && read(unpack(raw.doc), day)
      return said
        ? without({ ...fact, description: said.description, featuring: said.featuring }, forgotten)
        : fact
    }
    await replan(table, lease, step, reform)
    onStep(Math.min(at + PAPERS_A_STEP, ids.length))
  }
}

/**
 * Derives papers, entities, days' ranks and totals again from the rows alone, as after a change of how they are derived.
 * While it works, lists of entities are incomplete. When it is interrupted, the next writer begins it again.
 */
export async function rederive(table: Table, lease: Lease, onStep: (papers: number) => void): Promise<void> {
  await lease.write({ days: [], papers: [], entities: [], totals: zeroTotals, rederive: true })
  const derived = (await scanKeys(table)).filter(isEntityKey)
  await writeItems(
    table,
    derived.map(key => ({ delete: key })),
  )
  const totals = { ...zeroTotals, days: (await readTotals(table, true)).days }
  const ids = await allPapers(table)
  for (let at = 0; at < ids.length; at += PAPERS_A_STEP) {
    lease.check()
    const step = ids.slice(at, at + PAPERS_A_STEP)
    const known = await readKnown(table, new Map(step.map(id => [id, new Set()])))
    const papers = known
      .map(paper => planPaper({ ...paper, paper: undefined }, paper.facts))
      .filter(plan => plan !== null)
    const entities = await planEntities(
      table,
      papers.flatMap(({ after }) => [...after.values()]),
      papers,
    )
    const records = await readDays(table, [...new Set(papers.flatMap(paper => [...paper.ranks.keys()]))])
    const days = planDays(records, papers, new Map())
    const writes = [
      papers.flatMap(({ rows, paper }) => [...rows, ...paper]),
      entities.flatMap(({ first, later }) => [...first, ...later]),
      days.flatMap(({ writes }) => writes),
    ]
    for (const stage of writes) await writeItems(table, stage)
    totals.papers += papers.length
    for (const entity of entities) totals[entity.kind] += Number(entity.exists) - Number(entity.existed)
    onStep(Math.min(at + PAPERS_A_STEP, ids.length))
  }
  await writeItems(table, [{ put: totalsItem(totals) }])
}

async function allPapers(table: Table): Promise<string[]> {
  const rows = await queryAll<Key>(table, { partition: FEATURED }, { only: ['sk'], consistent: true })
  return [...new Set(rows.map(({ sk }) => sk.slice(11)))]
}
