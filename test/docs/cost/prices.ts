/**
 * List prices of AWS in US dollars, us-east-1, compared on `comparedOn` with copies of the pages that are named: AWS's own or, where
 * that has no figures in its text, of who quotes it. What is free for the first year alone is left out; `free…` is free for good.
 * Other regions are mostly up to a third dearer.
 */
export const comparedOn = '2026-11-25'

export const prices = {
  dynamodb: {
    millionReadUnits: 0.125,
    millionWriteUnits: 0.625,
    gbMonth: 0.25,
    recoveryGbMonth: 0.2,
    freeGb: 25,
    page: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    quotedBy: 'airbyte.com, July 2025; storage: AWS; recovery: finops.com.py',
  },
  lambda: {
    millionRequests: 0.2,
    gbSecondArm: 0.0000133334,
    freeRequests: 1e6,
    freeGbSeconds: 400_000,
    page: 'https://aws.amazon.com/lambda/pricing/',
    quotedBy: 'cloudchipr.com, 2024',
  },
  /** The first 300 million requests a month, and those after. */
  httpApi: {
    millionRequests: 1,
    millionRequestsBeyond: 0.9,
    beyond: 300e6,
    page: 'https://aws.amazon.com/api-gateway/pricing/',
    quotedBy: 'AWS, whitepaper on private APIs; go-cloud.io, 2026',
  },
  transferOut: {
    gb: 0.09,
    freeGb: 100,
    page: 'https://aws.amazon.com/ec2/pricing/on-demand/',
    quotedBy: 'usage.ai, June 2026',
  },
  /** The first 10 TB a month, of North America and Europe; HTTPS requests. */
  cloudFront: {
    gb: 0.085,
    millionRequests: 1,
    freeGb: 1_024,
    freeRequests: 1e7,
    page: 'https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/',
    quotedBy: 'AWS',
  },
  s3: {
    gbMonth: 0.023,
    thousandPuts: 0.005,
    page: 'https://aws.amazon.com/s3/pricing/',
    quotedBy: 'cloudburn.io, March 2026',
  },
  ses: {
    thousandMails: 0.1,
    page: 'https://aws.amazon.com/ses/pricing/',
    quotedBy: 'acecloudinterviews.com',
  },
  sqs: {
    millionRequests: 0.4,
    freeRequests: 1e6,
    page: 'https://aws.amazon.com/sqs/pricing/',
    quotedBy: 'cloudburn.io, March 2026',
  },
  /** Of a web ACL, each rule in it, and the requests that it looks at. */
  waf: {
    acl: 5,
    rule: 1,
    millionRequests: 0.6,
    page: 'https://aws.amazon.com/waf/pricing/',
    quotedBy: 'AWS, as remembered; not compared',
  },
  logs: {
    gbIngested: 0.5,
    gbMonth: 0.03,
    freeGb: 5,
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
    quotedBy: 'cloudburn.io, February 2026',
  },
  /** An alarm is billed for each metric that it watches. */
  cloudWatch: {
    alarmMetric: 0.1,
    freeAlarmMetrics: 10,
    metric: 0.3,
    freeMetrics: 10,
    dashboard: 3,
    freeDashboards: 3,
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
    quotedBy: 'free amounts: AWS; signoz.io, February 2026',
  },
} as const
