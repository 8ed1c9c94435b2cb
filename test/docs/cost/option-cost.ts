import { bill, total } from './bill.ts'
import { dollars } from './cost-tables.ts'
import { prices } from './prices.ts'
import { assumed, month } from './scenarios.ts'

const PAPERS = 20_000
const MILLION = { papers: PAPERS, requests: 1e6 }

/** What an option adds to the bill of a million requests. */
const added = (cached: number): number =>
  total(bill(month({ ...MILLION, cached }))) - total(bill(month(MILLION)))

/** Each option that changes the bill, and by how much. The others are free. */
export const optionRows = (): string[][] => [
  ['`cdn=true`, with 1 M requests', `${dollars(-added(assumed.cached))} less`],
  ['`cdn=true`, without readers', '0'],
  [
    '`webAclArn`, with one rule and 1 M requests',
    dollars(prices.waf.acl + prices.waf.rule + prices.waf.millionRequests),
  ],
  ['`digestFrom`, before the first mail', `${dollars(5 * prices.cloudWatch.alarmMetric)} for alarms`],
  ['rollback of the API (`prod` has it on)', '0: CodeDeploy is free for Lambda'],
  ['`monthlyBudget`', '0 for the first two budgets of an account'],
  ['`alarmEmail`, `hubTokenParameter`, `apiConcurrency`, `domainName`', '0'],
]
