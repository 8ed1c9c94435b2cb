import { type Bill, bill, type Month, total } from './bill.ts'
import { prices } from './prices.ts'
import { assumed, backfill, type limits, lines, month, noIngest, papersADay, shards } from './scenarios.ts'

export const CORPORA = [20_000, 1e6, 100e6]
const TRAFFIC = [1e6, 10e6, 100e6]

export const count = (n: number) =>
  n >= 1e9 ? `${n / 1e9} billion` : n >= 1e6 ? `${n / 1e6} M` : n >= 1e3 ? `${Math.round(n / 1e3)} k` : `${n}`
export const dollars = (n: number) =>
  n === 0 ? '0' : n < 0.01 ? '< 0.01' : n < 100 ? n.toFixed(2) : Math.round(n).toLocaleString('en-US')
export const units = (n: number) => Math.round(n).toLocaleString('en-US')

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

const keys = Object.keys(lines) as (keyof Bill)[]
const billed = (name: string, month: Month): string[] => {
  const of = bill(month)
  return [
    name,
    ...keys.map(key => (key === 'snapshot' && !month.snapshot ? '–' : dollars(of[key]))),
    `**${dollars(total(of))}**`,
  ]
}

export const months = (papers: number): string =>
  table(
    ['a month', ...keys.map(key => lines[key]), 'all'],
    [
      billed('idle: no runs, no readers', month({ papers, ingest: noIngest, snapshot: null })),
      billed('hourly runs, no readers', month({ papers })),
      ...TRAFFIC.flatMap(requests => [
        billed(`${count(requests)} requests`, month({ papers, requests })),
        billed(`${count(requests)} with CDN`, month({ papers, requests, cached: assumed.cached })),
      ]),
    ],
  )

export const once = (papers: number): string[] => {
  const work = backfill(papers)
  const { ingest, functions } = bill(month({ papers, ingest: work, snapshot: null }))
  return [count(papers), units(work.writeUnits), units(work.readUnits), dollars(ingest + functions)]
}

export const shardRow = (requests: number, papers: number): string[] => {
  const need = shards(requests, papersADay(papers))
  return [
    `${count(requests)} requests a month, ${count(papers)} papers`,
    units(need.readUnits),
    units(need.writeUnits),
    String(need.shards),
  ]
}

export const limitRow = ({ name, requests, readUnits, writeUnits }: (typeof limits)[number]): string[] => {
  const papers = CORPORA[0] ?? 0
  const { dynamodb } = prices
  return [
    `\`${name}\``,
    `${Math.round(requests / 1e6)} M`,
    dollars(total(bill(month({ papers, requests })))),
    dollars((readUnits * dynamodb.millionReadUnits) / 1e6),
    dollars((writeUnits * dynamodb.millionWriteUnits) / 1e6),
  ]
}

const services: Record<keyof typeof prices, string> = {
  dynamodb: 'DynamoDB',
  lambda: 'Lambda',
  httpApi: 'HTTP API',
  transferOut: 'transfer out',
  cloudFront: 'CloudFront',
  s3: 'S3',
  ses: 'SES',
  sqs: 'SQS',
  waf: 'WAF',
  logs: 'CloudWatch Logs',
  cloudWatch: 'CloudWatch',
}

/** `gbSecondArm` as `GB second arm`. */
const words = (name: string) =>
  name
    .replace(/[A-Z]/g, letter => ` ${letter}`)
    .toLowerCase()
    .replace(/\bgb\b/, 'GB')
    .replace('acl', 'web ACL')

/** One service's prices, its free amounts and the source, as a list item. */
export const priceLine = ([name, price]: [string, (typeof prices)[keyof typeof prices]]): string => {
  const { page, quotedBy, ...figures } = price
  const amountOf = (figure: number) => figure.toLocaleString('en-US', { maximumFractionDigits: 10 })
  const { beyond = 0, ...rest }: Record<string, number> = figures
  const shown = Object.entries(rest).map(([what, figure]) => {
    const amount = amountOf(figure)
    if (what.endsWith('Beyond')) return `$${amount} per ${words(what)} ${amountOf(beyond)}`
    if (what.startsWith('free')) return `${amount}${words(what.slice('free'.length))} free`
    return `$${amount} per ${words(what)}`
  })
  return `- [${services[name as keyof typeof prices]}](${page}): ${shown.join(', ')} (${quotedBy})`
}

/** The bill in one sentence, for today's corpus plus some years. README and docs/deploy.md quote it. */
export function summary(): string {
  const [papers = 0] = CORPORA
  const [some = 0, , many = 0] = TRAFFIC
  const of = (requests: number, cached: number | null = null) =>
    `$${Math.round(total(bill(month({ papers, requests, cached }))))}`
  return `about ${of(0)} a month without readers, ${of(some)} with ${count(some)} requests, ${of(many)} with ${count(many)} (${of(many, assumed.cached)} with the CDN)`
}
