import { prices } from './prices.ts'

/** What a month does. All counts are of that month. */
export interface Month {
  /** Stored at its end. */
  papers: number
  bytesPerPaper: number
  pointInTimeRecovery: boolean
  ingest: { readUnits: number; writeUnits: number; gbSeconds: number; invocations: number }
  requests: number
  /** The share of requests that CloudFront answers by itself; null: no CloudFront. */
  cached: number | null
  /** Of one request that reaches the function. */
  answer: { readUnits: number; bytes: number; gbSeconds: number; logBytes: number }
  alarms: number
  metrics: number
}

/** Each line of the bill, in dollars a month. */
export interface Bill {
  storage: number
  ingest: number
  reads: number
  functions: number
  api: number
  transfer: number
  watching: number
}

const GB = 2 ** 30
const over = (used: number, free: number) => Math.max(0, used - free)

/** @returns what AWS asks for a month, with the free amounts that do not end after a year taken off */
export function bill(month: Month): Bill {
  const { dynamodb, lambda, httpApi, transferOut, cloudFront, logs, cloudWatch } = prices
  const { ingest, answer } = month
  const passed = month.requests * (1 - (month.cached ?? 0))
  const storedGb = (month.papers * month.bytesPerPaper) / GB
  const sentGb = (month.requests * answer.bytes) / GB
  const gbSeconds = passed * answer.gbSeconds + ingest.gbSeconds
  const invocations = passed + ingest.invocations
  const logGb = (passed * answer.logBytes) / GB
  return {
    storage:
      over(storedGb, dynamodb.freeGb) * dynamodb.gbMonth +
      (month.pointInTimeRecovery ? storedGb * dynamodb.recoveryGbMonth : 0),
    ingest:
      (ingest.readUnits * dynamodb.millionReadUnits + ingest.writeUnits * dynamodb.millionWriteUnits) / 1e6,
    reads: (passed * answer.readUnits * dynamodb.millionReadUnits) / 1e6,
    functions:
      (over(invocations, lambda.freeRequests) * lambda.millionRequests) / 1e6 +
      over(gbSeconds, lambda.freeGbSeconds) * lambda.gbSecondArm,
    api: (passed * httpApi.millionRequests) / 1e6,
    // What leaves AWS through CloudFront is not charged to the API a second time.
    transfer:
      month.cached === null
        ? over(sentGb, transferOut.freeGb) * transferOut.gb
        : over(sentGb, cloudFront.freeGb) * cloudFront.gb +
          (over(month.requests, cloudFront.freeRequests) * cloudFront.millionRequests) / 1e6,
    watching:
      over(logGb, logs.freeGb) * (logs.gbIngested + logs.gbMonth) +
      over(month.alarms, cloudWatch.freeAlarms) * cloudWatch.alarm +
      over(month.metrics, cloudWatch.freeMetrics) * cloudWatch.metric,
  }
}

export const total = (of: Bill): number => Object.values(of).reduce((sum, line) => sum + line, 0)
