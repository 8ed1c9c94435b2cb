/**
 * List prices of AWS in US dollars, us-east-1, as noted on `asOf`; what is free for the first year is left out; compare with https://aws.amazon.com/pricing
 * before you rely on them. Other regions are up to a third dearer.
 */
export const prices = {
  asOf: '2026-11-24',
  dynamodb: {
    millionReadUnits: 0.125,
    millionWriteUnits: 0.625,
    gbMonth: 0.25,
    recoveryGbMonth: 0.2,
    freeGb: 25,
  },
  lambda: { millionRequests: 0.2, gbSecondArm: 0.0000133334, freeRequests: 1e6, freeGbSeconds: 400_000 },
  /** The first 300 million requests a month. */
  httpApi: { millionRequests: 1 },
  transferOut: { gb: 0.09, freeGb: 100 },
  /** The first 10 TB a month; HTTPS requests. */
  cloudFront: { gb: 0.085, millionRequests: 1, freeGb: 1_024, freeRequests: 1e7 },
  logs: { gbIngested: 0.5, gbMonth: 0.03, freeGb: 5 },
  cloudWatch: { alarm: 0.1, freeAlarms: 10, metric: 0.3, freeMetrics: 10, dashboard: 3, freeDashboards: 3 },
} as const
