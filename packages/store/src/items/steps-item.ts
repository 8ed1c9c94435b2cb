import { randomUUID } from 'node:crypto'
import type { Day } from '@daily-papers/papers/paper.ts'
import { type Key, stepsKey } from '../table/keys.ts'
import { getItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** What a step wrote of papers and days. */
export interface StepWrites {
  /** Each paper whose items or history changed, with its first day. */
  papers: ReadonlyMap<string, Day>
  days: readonly Day[]
}

type StepTuple = [step: string, papers: [id: string, firstDay: Day][], days: readonly Day[]]

/**
 * The last steps of all writers, oldest first. Each has a random id, so a table that was restored or made anew knows no
 * step of another. Of the oldest one only the id counts: what comes after it is known.
 */
export interface StepsItem extends Key {
  v: number
  steps: Packed
}

/** So many papers and days are remembered: some 5 KB. Whoever is further behind reads the whole table. */
export const MOST_REMEMBERED = 1_000

const sizeOf = (steps: readonly StepTuple[]): number =>
  steps.reduce((sum, [, papers, days]) => sum + 1 + papers.length + days.length, 0)

/** The item with one more step; the oldest ones are left out once there are too many. */
export function stepsItem(before: StepsItem | undefined, { papers, days }: StepWrites): StepsItem {
  const last: StepTuple = [randomUUID(), [...papers], days]
  let steps = [...(before ? unpack<StepTuple[]>(before.steps) : []), last]
  while (sizeOf(steps.slice(1)) > MOST_REMEMBERED) steps = steps.slice(1)
  const [[oldest], ...later] = steps as [StepTuple, ...StepTuple[]]
  return { ...stepsKey, v: ITEM_VERSION, steps: pack([[oldest, [], []], ...later]) }
}

/** The item after a write that may have touched anything: no step before it is known any more. */
export const forgottenSteps = (): StepsItem => stepsItem(undefined, { papers: new Map(), days: [] })

export async function readSteps(table: Table): Promise<StepsItem | undefined> {
  const [item] = await getItems<StepsItem>(table, [stepsKey], { consistent: true })
  return item
}

/** The last step that is written whole; null when no step is known. */
export const lastStepOf = (item: StepsItem | undefined): string | null =>
  (item ? unpack<StepTuple[]>(item.steps) : []).at(-1)?.[0] ?? null

/** What was written after a step; null when the step is not known. */
export function writesAfter(item: StepsItem | undefined, step: string): StepWrites | null {
  const steps = item ? unpack<StepTuple[]>(item.steps) : []
  const known = steps.findIndex(([id]) => id === step)
  if (known < 0) return null
  const later = steps.slice(known + 1)
  return {
    papers: new Map(later.flatMap(([, papers]) => papers)),
    days: [...new Set(later.flatMap(([, , days]) => days))],
  }
}
