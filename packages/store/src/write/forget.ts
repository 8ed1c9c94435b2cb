import type { EntityKind } from '@daily-papers/papers/entity.ts'
import { accountKey, authorKey } from '@daily-papers/papers/names.ts'
import { type EntityItem, type MonthItem, postingsIn } from '../items/entity-item.ts'
import { entityKey, monthsPartition } from '../keys.ts'
import { getItems, queryAll, type Table, writeItems } from '../requests.ts'
import { readTotals } from '../totals.ts'
import { commit, journalOf, type Plan } from './commit.ts'
import { readKnown } from './facts.ts'
import { forgottenItem, readForgotten, without } from './forgotten.ts'
import { type Lease, nothingTouched } from './lease.ts'
import { planDays, readDays } from './plan-days.ts'
import { planEntities } from './plan-entities.ts'
import { planPaper, touchedEntities } from './plan-papers.ts'

/**
 * Takes a person out of everything that is shown, and keeps them out of what later runs read.
 * When it is interrupted, the next writer begins it again.
 * @param who A printed name or a username.
 * @returns the papers they were taken out of; empty when the table knows nobody of that name, who is kept out all the same.
 */
export async function forget(table: Table, lease: Lease, who: string): Promise<string[]> {
  await lease.write({ ...nothingTouched, forgetting: who })
  await writeItems(table, [forgottenItem(who)])
  const ids = new Set([
    ...(await papersOf(table, 'author', authorKey(who))),
    ...(await papersOf(table, 'account', accountKey(who))),
  ])
  const { plan, totals } = await planWithout(table, ids)
  await lease.write({ ...journalOf(plan, totals), forgetting: who })
  await commit(table, lease, plan, totals)
  return [...ids]
}

async function papersOf(table: Table, kind: EntityKind, key: string): Promise<string[]> {
  const [item] = await getItems<EntityItem>(table, [entityKey(kind, key)], { consistent: true })
  const months = await queryAll<MonthItem>(
    table,
    { partition: monthsPartition(kind, key) },
    { consistent: true },
  )
  return postingsIn(item, months).map(({ id }) => id)
}

/** What some papers' items say without the people who asked to be left out. */
async function planWithout(table: Table, ids: ReadonlySet<string>) {
  const forgotten = await readForgotten(table)
  const known = await readKnown(table, new Map([...ids].map(id => [id, new Set()])))
  const papers = known
    .map(paper => {
      const facts = new Map([...paper.facts].map(([day, fact]) => [day, without(fact, forgotten)]))
      return planPaper(paper, facts)
    })
    .filter(plan => plan !== null)
  const [records, entities, totals] = await Promise.all([
    readDays(table, [...new Set(papers.flatMap(paper => [...paper.ranks.keys()]))]),
    planEntities(table, papers.flatMap(touchedEntities), papers),
    readTotals(table, true),
  ])
  const plan: Plan = { raws: [], histories: [], papers, entities, days: planDays(records, papers, new Map()) }
  return { plan, totals }
}
