import type { Totals } from '@daily-papers/papers/entity.ts'
import type { FeaturingItem } from '../items/paper-item.ts'
import { FEATURED, featuredPlace } from '../keys.ts'
import { queryPages, type Table, writeItems } from '../requests.ts'
import { commit, journalOf, type Plan } from './commit.ts'
import { factOf, readKnown } from './facts.ts'
import { type Forgotten, forgottenItem, readForgotten, without } from './forgotten.ts'
import { type Lease, nothingTouched } from './lease.ts'
import { daysOf, planDays, readDays } from './plan-days.ts'
import { planEntities } from './plan-entities.ts'
import { planPaper, touchedEntities } from './plan-papers.ts'

/**
 * Takes a person out of everything that is shown, and keeps them out of what later runs read.
 * When it is interrupted, the next writer begins it again.
 * @param who A printed name or a username.
 * @returns the papers they were taken out of; empty when the table knows nobody of that name, who is kept out all the same.
 */
export async function forget(table: Table, lease: Lease, totals: Totals, who: string): Promise<string[]> {
  await lease.write({ ...nothingTouched, forgetting: who })
  await writeItems(table, [forgottenItem(who)], lease.check)
  const forgotten = await readForgotten(table)
  const ids = await papersNaming(table, forgotten)
  const plan = await planWithout(table, ids, forgotten)
  await lease.write({ ...journalOf(plan, totals), forgetting: who })
  await commit(table, lease, plan, totals)
  return [...ids]
}

/** Every paper of which any day names one of them: an entity knows its papers by their latest day alone. Reads all rows. */
async function papersNaming(table: Table, forgotten: Forgotten): Promise<Set<string>> {
  const ids = new Set<string>()
  for await (const rows of queryPages<FeaturingItem>(table, { partition: FEATURED }, { consistent: true }))
    for (const row of rows) {
      const { day, id } = featuredPlace(row.sk)
      const fact = factOf(day, row)
      if (fact && JSON.stringify(without(fact, forgotten)) !== JSON.stringify(fact)) ids.add(id)
    }
  return ids
}

/** What some papers' items say without the people who asked to be left out. */
async function planWithout(table: Table, ids: ReadonlySet<string>, forgotten: Forgotten): Promise<Plan> {
  const known = await readKnown(table, new Map([...ids].map(id => [id, new Set()])))
  const papers = known
    .map(paper => {
      const facts = new Map([...paper.facts].map(([day, fact]) => [day, without(fact, forgotten)]))
      return planPaper(paper, facts)
    })
    .filter(plan => plan !== null)
  const [records, entities] = await Promise.all([
    readDays(table, daysOf(papers)),
    planEntities(table, papers.flatMap(touchedEntities), papers),
  ])
  return { raws: [], histories: [], papers, entities, days: planDays(records, papers, new Map()) }
}
