import type { Totals } from '@daily-papers/papers/entity.ts'
import { accountKey, authorKey } from '@daily-papers/papers/names.ts'
import type { Account } from '@daily-papers/papers/paper.ts'
import { artefactsItem, readArtefacts } from '../items/artefacts-item.ts'
import { forgottenItem } from '../items/forgotten-item.ts'
import type { FeaturingItem } from '../items/paper-item.ts'
import { forgottenSteps } from '../items/steps-item.ts'
import { FEATURED, featuredPlace } from '../table/keys.ts'
import { queryPages, writeItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { commit } from './commit.ts'
import { journalOf, nothingTouched } from './journal.ts'
import type { Lease } from './lease.ts'
import { type Fact, factOf, readKnown } from './plan/facts.ts'
import { type Forgotten, readForgotten, without } from './plan/forgotten.ts'
import type { Plan } from './plan/plan.ts'
import { withoutOwners } from './plan/plan-artefacts.ts'
import { daysOf, planDays, readDays } from './plan/plan-days.ts'
import { planEntities } from './plan/plan-entities.ts'
import { planPaper, touchedEntities } from './plan/plan-papers.ts'
import { isSpelledAnew, planSpellings } from './plan/plan-spellings.ts'

/** The result of forgetting a person. */
export interface Forgetting {
  /** Ids of the papers they were removed from. Empty if nobody has that name; the name is still kept out of later runs. */
  papers: string[]
  /**
   * Accounts with this full name, or that had claimed papers under it. Each may belong to a namesake, so none is
   * removed.
   */
  namesakes: Account[]
}

/**
 * Removes a person from everything shown, and from later runs. If it is interrupted, the next writer begins it again.
 * @param who A printed name or a username.
 */
export async function forget(table: Table, lease: Lease, totals: Totals, who: string): Promise<Forgetting> {
  await lease.write({ ...nothingTouched, forgetting: who })
  await writeItems(table, [{ put: forgottenItem(who) }], lease.check)
  const forgotten = await readForgotten(table)
  const { ids, accounts, linked } = await findPerson(table, forgotten, authorKey(who))
  const plan = await planWithout(table, ids, forgotten)
  await lease.write({ ...journalOf(plan, totals), forgetting: who })
  await commit(table, lease, plan, totals)
  await forgetOwners(table, lease, linked, forgotten)
  // A snapshot is built from nothing after this, so that nothing of the person is copied.
  await writeItems(table, [{ put: forgottenSteps() }], lease.check)
  const namesakes = [...accounts]
    .filter(([key]) => !forgotten.accounts.has(key))
    .map(([, account]) => account)
  return { papers: [...ids], namesakes }
}

/**
 * Every paper with a forgotten name on any day, because an entity knows its papers only by their latest day. And every
 * account that may belong to the author, by key and as last shown. `linked` are the papers whose artefacts were read.
 * Reads all items.
 */
async function findPerson(
  table: Table,
  forgotten: Forgotten,
  author: string,
): Promise<{ ids: Set<string>; accounts: Map<string, Account>; linked: Set<string> }> {
  const ids = new Set<string>()
  const linked = new Set<string>()
  const accounts = new Map<string, Account>()
  for await (const rows of queryPages<FeaturingItem>(table, { partition: FEATURED }, { consistent: true }))
    for (const row of rows) {
      const { day, id } = featuredPlace(row.sk)
      const fact = factOf(day, row)
      if (!fact) continue
      if (fact.description.artefacts) linked.add(id)
      if (JSON.stringify(without(fact, forgotten)) !== JSON.stringify(fact)) ids.add(id)
      for (const account of accountsOf(fact, author)) accounts.set(accountKey(account.username), account)
    }
  return { ids, accounts, linked }
}

/** The accounts on a paper that have an author's full name, or claim papers under it. */
function accountsOf({ description: { authors }, featuring: { submitter } }: Fact, author: string): Account[] {
  const claiming = authors.filter(({ name }) => authorKey(name) === author).map(({ account }) => account)
  const shown = [submitter, ...authors.map(({ account }) => account)]
  const named = shown.filter(account => account?.fullName && authorKey(account.fullName) === author)
  return [...claiming, ...named].filter(account => account !== null)
}

/** Removes the artefacts of forgotten people from the links to papers. */
async function forgetOwners(
  table: Table,
  lease: Lease,
  ids: ReadonlySet<string>,
  forgotten: Forgotten,
): Promise<void> {
  const stored = (await readArtefacts(table, [...ids], true)).filter(each => each !== null)
  const writes = stored.flatMap(artefacts => {
    const shown = withoutOwners(artefacts, forgotten)
    return JSON.stringify(shown) === JSON.stringify(artefacts) ? [] : [{ put: artefactsItem(shown) }]
  })
  await writeItems(table, writes, lease.check)
}

/** Papers' items without the people who asked to be left out. */
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
  const spellings = await planSpellings(table, entities.filter(isSpelledAnew))
  const days = planDays(records, papers, new Map())
  return { raws: [], histories: [], papers, entities, spellings, days }
}
