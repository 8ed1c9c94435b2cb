import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Node } from 'constructs'
import { BadOption, textOf } from './context.ts'

/** What differs between one running copy of the service and another. */
export interface Stage {
  name: string
  /** The table outlives the stack, cannot be deleted by accident, and can be brought back to any second of the last 35 days. */
  keepsData: boolean
  logRetention: RetentionDays
  /** A ceiling on the bill: request units a second of the table, and of each of its indexes, beyond which DynamoDB throttles. */
  requestCeiling: { readUnits: number; writeUnits: number }
  /** Requests that API Gateway lets through; it answers 429 to more. */
  requestLimit: { perSecond: number; burst: number }
}

/** Each setting is told of in `docs/deploy.md`. */
export const stages = {
  dev: {
    keepsData: false,
    logRetention: RetentionDays.TWO_WEEKS,
    requestCeiling: { readUnits: 500, writeUnits: 500 },
    requestLimit: { perSecond: 20, burst: 40 },
  },
  prod: {
    keepsData: true,
    logRetention: RetentionDays.THREE_MONTHS,
    requestCeiling: { readUnits: 2_000, writeUnits: 1_000 },
    requestLimit: { perSecond: 100, burst: 200 },
  },
} satisfies Record<string, Omit<Stage, 'name'>>

/**
 * The stage that `-c stage=…` names; `dev` when none is named.
 * @throws BadOption listing the stages, when there is no such stage
 */
export function readStage(node: Node): Stage {
  const name = textOf(node, 'stage') ?? 'dev'
  const found = Object.entries(stages).find(([known]) => known === name)
  if (!found)
    throw new BadOption(`there is no stage "${name}": use -c stage=${Object.keys(stages).join(' or ')}`)
  return { name, ...found[1] }
}
