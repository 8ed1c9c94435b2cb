import type { EntityKind, Totals } from '@daily-papers/papers/entity.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { zeroTotals } from '../items/totals.ts'
import type { Plan } from './plan/plan.ts'
import type { PlannedChanges } from './plan/plan-changes.ts'
import type { Moved } from './plan/plan-rising.ts'

/**
 * Journal: what a writer is about to touch, so that the next writer can recover after a crash (decision 0003).
 * `existed` is what was there before, from which the totals are recomputed.
 */
export interface Journal {
  days: { day: Day; existed: boolean }[]
  papers: { id: string; existed: boolean }[]
  /** `older`: it had items by month. */
  entities: { kind: EntityKind; key: string; existed: boolean; older?: true }[]
  totals: Totals
  moved?: Moved
  /** The change events that it is about to write. */
  changes?: PlannedChanges
  /** A rebuild was running, and must start again. */
  rederive?: true
  /** The person who was being removed from the papers named, and perhaps from more. */
  forgetting?: string
}

/** The journal of work that does not yet know what it will touch. */
export const nothingTouched: Journal = { days: [], papers: [], entities: [], totals: zeroTotals }

/** What the plan is about to touch, and what was there before. */
export const journalOf = (plan: Plan, totals: Totals): Journal => ({
  days: plan.days.map(({ day, existed }) => ({ day, existed })),
  papers: plan.papers.map(({ id, existed }) => ({ id, existed })),
  entities: plan.entities.map(({ kind, key, existed, older }) => ({
    kind,
    key,
    existed,
    ...(older ? { older } : {}),
  })),
  totals,
  ...(plan.rising ? { moved: plan.rising.moved } : {}),
  ...(plan.changes ? { changes: plan.changes } : {}),
})
