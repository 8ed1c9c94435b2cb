import type { Day } from '@daily-papers/papers/paper.ts'
import type { Table } from '../requests.ts'
import { readTotals } from '../totals.ts'
import { commit, journalOf, type Plan } from './commit.ts'
import { type Fact, readKnown } from './facts.ts'
import type { Lease } from './lease.ts'
import { planDays, readDays } from './plan-days.ts'
import { planEntities } from './plan-entities.ts'
import { planPaper, touchedEntities } from './plan-papers.ts'

/** Gives each fact of some papers a new form, and writes what follows. A few thousand papers at most. */
export async function replan(
  table: Table,
  lease: Lease,
  ids: readonly string[],
  reform: (fact: Fact, id: string, day: Day) => Fact,
): Promise<void> {
  const known = await readKnown(table, new Map(ids.map(id => [id, new Set()])))
  const papers = known
    .map(paper => {
      const facts = new Map([...paper.facts].map(([day, fact]) => [day, reform(fact, paper.id, day)]))
      return planPaper(paper, facts)
    })
    .filter(plan => plan !== null)
  const [records, entities, totals] = await Promise.all([
    readDays(table, [...new Set(papers.flatMap(paper => [...paper.ranks.keys()]))]),
    planEntities(table, papers.flatMap(touchedEntities), papers),
    readTotals(table, true),
  ])
  const plan: Plan = { observed: [], papers, entities, days: planDays(records, papers, new Map()) }
  await lease.write(journalOf(plan, totals))
  await commit(table, lease, plan, totals)
}
