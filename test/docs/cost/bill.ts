import { prices } from './prices.ts'

/** The work of one month. All counts are per month. */
export interface Month {
  /** Papers stored at the end of the month. */
  papers: number
  bytesPerPaper: number
  pointInTimeRecovery: boolean
  ingest: { readUnits: number; writeUnits: number; gbSeconds: number; invocations: number }
  /** Snapshot builds. Null: no snapshot. */
  snapshot: {
    builds: number
    readUnits: number
    gbSeconds: number
    invocations: number
    /** Stored at the same time, older versions included. */
    storedGb: number
  } | null
  /** The weekly export of the history. Null: none. `storedGb` includes older versions. */
  historyExport: { readUnits: number; storedGb: number } | null
  /** What asks the API's health: its own runs, and the requests that it sends. */
  probe: { invocations: number; requests: number; gbSeconds: number }
  requests: number
  /** Share of requests that CloudFront answers from its cache, 0 to 1. Null: no CloudFront. */
  cached: number | null
  /** What one request costs that reaches the function. */
  answer: { readUnits: number; bytes: number; gbSeconds: number; logBytes: number }
  /** Metrics that alarms watch. */
  alarmMetrics: number
  metrics: number
  /** Requests to queues; most of them find nothing. */
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

/** Bill of a month. The free amounts that never end are subtracted. */
export function bill(month: Month): Bill {
  const { dynamodb, lambda, httpApi, transferOut, cloudFront, s3, sqs, logs, cloudWatch } = prices
  const { ingest, snapshot, historyExport, answer, probe } = month
  const passed = month.requests * (1 - (month.cached ?? 0))
  const storedGb = (month.papers * month.bytesPerPaper) / GB
  const sentGb = (month.requests * answer.bytes) / GB
  const gbSeconds =
    passed * answer.gbSeconds + ingest.gbSeconds + (snapshot?.gbSeconds ?? 0) + probe.gbSeconds
  // The probe asks past CloudFront.
  const asked = passed + probe.requests
  const invocations = asked + probe.invocations + ingest.invocations + (snapshot?.invocations ?? 0)
  const logGb = (asked * answer.logBytes) / GB
  return {
    storage:
      over(storedGb, dynamodb.freeGb) * dynamodb.gbMonth +
      (month.pointInTimeRecovery ? storedGb * dynamodb.recoveryGbMonth : 0) +
      (historyExport
        ? (historyExport.readUnits * dynamodb.millionReadUnits) / 1e6 + historyExport.storedGb * s3.gbMonth
        : 0),
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
      (asked * httpApi.millionRequests -
        over(asked, httpApi.beyond) * (httpApi.millionRequests - httpApi.millionRequestsBeyond)) /
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
