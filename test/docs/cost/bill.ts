import { prices } from './prices.ts'

/** What a month does. All counts are of that month. */
export interface Month {
  /** Stored at its end. */
  papers: number
  bytesPerPaper: number
  pointInTimeRecovery: boolean
  ingest: { readUnits: number; writeUnits: number; gbSeconds: number; invocations: number }
  /** Of search and the download; null: there is none. */
  snapshot: {
    builds: number
    readUnits: number
    gbSeconds: number
    invocations: number
    /** Kept at once, older versions included. */
    storedGb: number
  } | null
  requests: number
  /** The share of requests that CloudFront answers by itself; null: no CloudFront. */
  cached: number | null
  /** Of one request that reaches the function. */
  answer: { readUnits: number; bytes: number; gbSeconds: number; logBytes: number }
  /** Metrics that alarms look at. */
  alarmMetrics: number
  metrics: number
  /** Requests to queues, most of them to see that there is nothing. */
  queueRequests: number
}

/** Each line of the bill, in dollars a month. */
export interface Bill {
  storage: number
  ingest: number
  snapshot: number
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
  const { dynamodb, lambda, httpApi, transferOut, cloudFront, s3, sqs, logs, cloudWatch } = prices
  const { ingest, snapshot, answer } = month
  const passed = month.requests * (1 - (month.cached ?? 0))
  const storedGb = (month.papers * month.bytesPerPaper) / GB
  const sentGb = (month.requests * answer.bytes) / GB
  const gbSeconds = passed * answer.gbSeconds + ingest.gbSeconds + (snapshot?.gbSeconds ?? 0)
  const invocations = passed + ingest.invocations + (snapshot?.invocations ?? 0)
  const logGb = (passed * answer.logBytes) / GB
  return {
    storage:
      over(storedGb, dynamodb.freeGb) * dynamodb.gbMonth +
      (month.pointInTimeRecovery ? storedGb * dynamodb.recoveryGbMonth : 0),
    ingest:
      (ingest.readUnits * dynamodb.millionReadUnits + ingest.writeUnits * dynamodb.millionWriteUnits) / 1e6,
    snapshot: snapshot
      ? (snapshot.readUnits * dynamodb.millionReadUnits) / 1e6 +
        snapshot.storedGb * s3.gbMonth +
        (snapshot.builds * s3.thousandPuts) / 1e3
      : 0,
    reads: (passed * answer.readUnits * dynamodb.millionReadUnits) / 1e6,
    functions:
      (over(invocations, lambda.freeRequests) * lambda.millionRequests) / 1e6 +
      over(gbSeconds, lambda.freeGbSeconds) * lambda.gbSecondArm,
    api:
      (passed * httpApi.millionRequests -
        over(passed, httpApi.beyond) * (httpApi.millionRequests - httpApi.millionRequestsBeyond)) /
      1e6,
    // What leaves AWS through CloudFront is not charged to the API a second time.
    transfer:
      month.cached === null
        ? over(sentGb, transferOut.freeGb) * transferOut.gb
        : over(sentGb, cloudFront.freeGb) * cloudFront.gb +
          (over(month.requests, cloudFront.freeRequests) * cloudFront.millionRequests) / 1e6,
    watching:
      over(logGb, logs.freeGb) * (logs.gbIngested + logs.gbMonth) +
      over(month.alarmMetrics, cloudWatch.freeAlarmMetrics) * cloudWatch.alarmMetric +
      over(month.metrics, cloudWatch.freeMetrics) * cloudWatch.metric +
      (over(month.queueRequests, sqs.freeRequests) * sqs.millionRequests) / 1e6,
  }
}

export const total = (of: Bill): number => Object.values(of).reduce((sum, line) => sum + line, 0)
