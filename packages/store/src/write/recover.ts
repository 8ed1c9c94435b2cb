import type { Day } from '@daily-papers/papers/paper.ts'
import { dayItem } from '../items/day-item.ts'
import { entityName } from '../items/postings.ts'
import type { RawItem } from '../items/raw-item.ts'
import { rawKey } from '../table/keys.ts'
import { getItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { commit, withFirstDays } from './commit.ts'
import { type Journal, journalOf } from './journal.ts'
import type { Lease } from './lease.ts'
import { type Known, readKnown } from './plan/facts.ts'
import type { Plan } from './plan/plan.ts'
import { isBorneOut } from './plan/plan-changes.ts'
import { daysOf, planDays, readDays } from './plan/plan-days.ts'
import { planEntities } from './plan/plan-entities.ts'
import { planPaper, touchedEntities } from './plan/plan-papers.ts'
import { replanRising } from './plan/plan-rising.ts'
import { planSpellings } from './plan/plan-spellings.ts'

/**
 * Recovers from a crashed writer. The featurings that it wrote stay, and everything else is derived from them again.
 * Its change events are written if the featurings confirm them. Its days are marked in doubt, so that their next
 * reading is not taken for unchanged. Repeatable.
 */
export async function recover(table: Table, lease: Lease, left: Journal): Promise<void> {
  const days = left.days.map(({ day }) => day)
  const known = await readKnown(table, new Map(left.papers.map(({ id }) => [id, new Set(days)])))
  await trustRawsFound(table, known)
  const had = new Map(left.papers.map(({ id, existed }) => [id, existed]))
  const papers = known
    .map(each => planPaper(each, each.facts))
    .filter(plan => plan !== null)
    .map(plan => ({ ...plan, existed: had.get(plan.id) ?? plan.existed }))

  const records = await readDays(table, [...new Set([...days, ...daysOf(papers)])])
  for (const day of days) {
    const record = records.get(day)
    if (record) records.set(day, { ...record, hash: '' })
  }
  const planned = planDays(records, papers, new Map())
  const doubted = days
    .map(day => records.get(day))
    .filter(record => record !== undefined)
    .filter(record => !planned.some(({ day }) => day === record.day))
    .map(record => ({ day: record.day, existed: true, writes: [{ put: dayItem(record) }] }))
  const dayHad = new Map(left.days.map(({ day, existed }) => [day, existed]))

  const entityHad = new Map(left.entities.map(({ kind, key, existed }) => [entityName(kind, key), existed]))
  const entities = await planEntities(table, [...papers.flatMap(touchedEntities), ...left.entities], papers)
  const facts = new Map(known.map(each => [each.id, each.facts]))
  const changes = left.changes?.changes.filter(change => isBorneOut(change, facts.get(change.paperId))) ?? []
  const rising = left.moved ? await replanRising(table, left.moved) : null
  const plan: Plan = {
    raws: [],
    histories: [],
    ...(rising ? { rising } : {}),
    papers,
    entities: entities.map(entity => ({
      ...entity,
      existed: entityHad.get(entityName(entity.kind, entity.key)) ?? entity.existed,
    })),
    spellings: await planSpellings(table, entities),
    days: [...planned, ...doubted].map(day => ({ ...day, existed: dayHad.get(day.day) ?? day.existed })),
    ...(left.changes && changes.length ? { changes: { ...left.changes, changes } } : {}),
  }
  await lease.write(journalOfBoth(left, plan))
  // What the crashed writer wrote of them is seen no more.
  const written = { papers: withFirstDays(papers), days: plan.days.map(({ day }) => day) }
  await commit(table, lease, plan, left.totals, written)
}

/** The journal, with what the recovery touches besides, because the recovery may be killed too. */
function journalOfBoth(left: Journal, plan: Plan): Journal {
  const own = journalOf(plan, left.totals)
  const had = {
    days: new Set(left.days.map(({ day }) => day)),
    papers: new Set(left.papers.map(({ id }) => id)),
    entities: new Set(left.entities.map(({ kind, key }) => entityName(kind, key))),
  }
  return {
    ...left,
    days: [...left.days, ...own.days.filter(({ day }) => !had.days.has(day))],
    papers: [...left.papers, ...own.papers.filter(({ id }) => !had.papers.has(id))],
    entities: [
      ...left.entities,
      ...own.entities.filter(({ kind, key }) => !had.entities.has(entityName(kind, key))),
    ],
  }
}

/** A raw entry is written before its featuring. If the two differ, the next reading must write the raw entry again. */
async function trustRawsFound(table: Table, known: Known[]): Promise<void> {
  const places: { paper: Known; day: Day }[] = known.flatMap(paper =>
    [...paper.facts.keys()].map(day => ({ paper, day })),
  )
  const raws = await getItems<RawItem>(
    table,
    places.map(({ paper, day }) => rawKey(paper.id, day)),
    { consistent: true },
  )
  for (const [i, { paper, day }] of places.entries()) {
    const fact = paper.facts.get(day)
    if (fact) paper.facts.set(day, { ...fact, raw: raws[i]?.hash ?? '' })
  }
}
