import type { Totals } from '@daily-papers/papers/entity.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { changesItem } from '../items/change-item.ts'
import { readSteps, type StepWrites, stepsItem } from '../items/steps-item.ts'
import { totalsItem } from '../items/totals.ts'
import { paperKey } from '../table/keys.ts'
import { type Write, writeItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import type { Lease } from './lease.ts'
import type { Plan } from './plan/plan.ts'
import type { PaperPlan } from './plan/plan-papers.ts'

/** The totals once the plan is written, counted from what it brings into being. */
export function totalsAfter(totals: Totals, plan: Plan): Totals {
  const after = { ...totals }
  after.papers += plan.papers.filter(paper => !paper.existed).length
  after.days += plan.days.filter(day => !day.existed).length
  for (const entity of plan.entities) after[entity.kind] += Number(entity.exists) - Number(entity.existed)
  return after
}

/** The papers and days that a plan writes anything of. */
function writesOf({ papers, histories, days }: Plan): StepWrites {
  const moved = new Set(histories.map(write => ('put' in write ? write.put : write.delete).pk))
  const written = papers.filter(
    ({ id, rows, paper }) => rows.length > 0 || paper.length > 0 || moved.has(paperKey(id).pk),
  )
  return { papers: withFirstDays(written), days: days.map(({ day }) => day) }
}

export const withFirstDays = (papers: readonly PaperPlan[]): Map<string, Day> =>
  new Map(papers.map(({ id, firstDay }) => [id, firstDay]))

/**
 * Writes a plan: what was observed, then the papers' rows, which are the facts, then what is derived from them, and
 * last, when all of it stands, what changed and which papers and days the step wrote.
 * A crash anywhere leaves the journal, from which the next writer derives the rest again.
 */
export async function commit(
  table: Table,
  lease: Lease,
  plan: Plan,
  totals: Totals,
  written: StepWrites = writesOf(plan),
): Promise<void> {
  const after = totalsAfter(totals, plan)
  const steps = written.papers.size + written.days.length > 0 ? await readSteps(table) : null
  const stages: Write[][] = [
    plan.raws,
    plan.histories,
    plan.rising?.writes ?? [],
    plan.papers.flatMap(paper => paper.rows),
    plan.papers.flatMap(paper => paper.paper),
    plan.entities.flatMap(entity => entity.first),
    plan.entities.flatMap(entity => entity.later),
    plan.spellings,
    plan.days.flatMap(day => day.writes),
    JSON.stringify(after) === JSON.stringify(totals) ? [] : [{ put: totalsItem(after) }],
    [
      ...(plan.changes ? [{ put: changesItem(plan.changes) }] : []),
      ...(steps === null ? [] : [{ put: stepsItem(steps, written) }]),
    ],
  ]
  for (const writes of stages) await writeItems(table, writes, lease.check)
}
