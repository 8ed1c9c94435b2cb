import { dollars, table } from './cost-tables.ts'
import { prices } from './prices.ts'

/** What one mail of 20 papers takes, worked out from the requests of `deliver` and the sizes of the items. */
const mail = {
  /** The subscription, the address, and what was sent of two months, each read consistently. */
  readUnits: 5,
  /** The claim, what was sent of two months, and the mark with its entry in the index. */
  writeUnits: 12,
  /** Sending, receiving and deleting its message. */
  queueRequests: 3,
  /** Which papers match, and what is said of them. */
  questions: 2,
}
const assumed = { sendMs: 300, senderMiB: 1_024, answerMs: 40, apiMiB: 1_769, answerReadUnits: 25 }

const gbSeconds = (ms: number, mib: number) => (ms / 1_000) * (mib / 1_024)

/** Dollars for a thousand mails, by service. Nothing that is free is taken off. */
export function thousandMails(): Record<string, number> {
  const { dynamodb, lambda, sqs, httpApi, ses } = prices
  const reads = mail.readUnits + mail.questions * assumed.answerReadUnits
  const seconds =
    gbSeconds(assumed.sendMs, assumed.senderMiB) +
    mail.questions * gbSeconds(assumed.answerMs, assumed.apiMiB)
  return {
    SES: ses.thousandMails,
    DynamoDB: (reads * dynamodb.millionReadUnits + mail.writeUnits * dynamodb.millionWriteUnits) / 1_000,
    functions: 1_000 * seconds * lambda.gbSecondArm + ((1 + mail.questions) * lambda.millionRequests) / 1_000,
    'HTTP API': (mail.questions * httpApi.millionRequests) / 1_000,
    queue: (mail.queueRequests * sqs.millionRequests) / 1_000,
  }
}

/** The section of docs/cost.md about mails. */
export function digestSection(): string {
  const costs = thousandMails()
  const all = Object.values(costs).reduce((sum, each) => sum + each, 0)
  return `## A thousand mails

With [\`digestFrom\`](digest.md), a thousand mails cost **$${dollars(all)}**. This does not subtract what AWS gives for free. A mail of 20 papers takes ${mail.readUnits} read units, ${mail.writeUnits} write
units and ${mail.questions} queries to the API. We assume that Lambda bills ${assumed.sendMs} ms at ${assumed.senderMiB} MiB a mail, and that a query reads ${assumed.answerReadUnits} units.

${table(Object.keys(costs).concat('all'), [[...Object.values(costs), all].map(each => dollars(each))])}

The schedule starts a function 2,880 times a month. Each start sends 4 queries to DynamoDB, for less than a cent in all. The alarms watch
5 metrics. An account has ${prices.cloudWatch.freeAlarmMetrics} free, and each further one costs $${prices.cloudWatch.alarmMetric} a month. 100,000 subscriptions that get a mail
every day cost $${dollars(all * 3_000)} a month.
`
}
