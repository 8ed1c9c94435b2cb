import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Node } from 'constructs'
import { BadOption, textOf } from './context.ts'

/** The settings that differ between stages. */
export interface Stage {
  name: string
  /** The table outlives the stack, cannot be deleted by accident, and can be restored to any second of the last 35 days. */
  keepsData: boolean
  logRetention: RetentionDays
  /** Bounds the bill: request units per second of the table and of each index. DynamoDB throttles above them. */
  requestCeiling: { readUnits: number; writeUnits: number }
  /** API Gateway answers 429 above this rate. */
  requestLimit: Rate
  /** The same for `/mcp`, beside `requestLimit`: a tool call costs more than most queries. */
  assistantLimit: Rate
  /** A new version of the API gets traffic only after it answered every example, and a failing one is rolled back. */
  rollsBack: boolean
}

interface Rate {
  perSecond: number
  burst: number
}

/** `docs/deploy.md` documents each setting. */
export const stages = {
  dev: {
    keepsData: false,
    logRetention: RetentionDays.TWO_WEEKS,
    requestCeiling: { readUnits: 500, writeUnits: 500 },
    requestLimit: { perSecond: 20, burst: 40 },
    assistantLimit: { perSecond: 5, burst: 10 },
    rollsBack: false,
  },
  prod: {
    keepsData: true,
    logRetention: RetentionDays.THREE_MONTHS,
    requestCeiling: { readUnits: 2_000, writeUnits: 1_000 },
    requestLimit: { perSecond: 100, burst: 200 },
    assistantLimit: { perSecond: 25, burst: 50 },
    rollsBack: true,
  },
} satisfies Record<string, Omit<Stage, 'name'>>

/**
 * The stage of `-c stage=…`, or `dev`.
 * @throws BadOption listing the stages
 */
export function readStage(node: Node): Stage {
  const name = textOf(node, 'stage') ?? 'dev'
  const found = Object.entries(stages).find(([known]) => known === name)
  if (!found)
    throw new BadOption(`there is no stage "${name}": use -c stage=${Object.keys(stages).join(' or ')}`)
  return { name, ...found[1] }
}
