import { readFileSync } from 'node:fs'
import { stages } from '@daily-papers/infra/stage.ts'
import { synthesized } from '@daily-papers/infra/testing/synthesized.ts'
import { expect, test } from 'vitest'
import { bill, total } from './cost/bill.ts'
import { costPage } from './cost/cost-page.ts'
import { summary } from './cost/cost-tables.ts'
import { ALARM_METRICS, atItsLimits, month, noIngest, shards } from './cost/scenarios.ts'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('docs/cost.md is up to date with the script, and README and guide quote its sentence', () => {
  expect(file('docs/cost.md')).toBe(costPage())
  expect(file('docs/deploy.md')).toContain(summary())
  expect(file('README.md').replaceAll('\n', ' ')).toContain(summary().split(',')[0])
})

test('an alarm is billed for each metric that it watches', () => {
  const metrics = synthesized()
    .all('AWS::CloudWatch::Alarm')
    .flatMap(({ properties: { Metrics } }) =>
      Array.isArray(Metrics) ? Metrics.filter(metric => 'MetricStat' in metric) : ['its only one'],
    )
  expect(metrics).toHaveLength(ALARM_METRICS)
})

test('a month at a stage’s limits counts every second', () => {
  const limits = {
    requestLimit: { perSecond: 10, burst: 20 },
    requestCeiling: { readUnits: 5, writeUnits: 2 },
  }
  const { requests, readUnits, writeUnits } = atItsLimits({ ...stages.dev, ...limits })
  const seconds = 30 * 24 * 60 * 60
  // The table and four indexes.
  expect([requests, readUnits, writeUnits]).toEqual([10 * seconds, 5 * 5 * seconds, 5 * 2 * seconds])
})

test('a snapshot is billed for its reads, its puts and its stored versions', () => {
  const snapshot = { builds: 1_000, readUnits: 8e6, gbSeconds: 0, invocations: 0, storedGb: 100 }
  expect(bill(month({ papers: 0, ingest: noIngest, snapshot })).snapshot).toBeCloseTo(1 + 0.005 + 2.3, 5)
})

test('an export of the history is billed for its reads and its stored versions, and prod stays under $2 without readers', () => {
  const historyExport = { readUnits: 8e6, storedGb: 100 }
  const plain = { papers: 0, ingest: noIngest, snapshot: null }
  expect(bill(month({ ...plain, historyExport })).storage).toBeCloseTo(1 + 2.3, 5)
  expect(total(bill(month({ papers: 20_000 })))).toBeLessThan(2)
})

test('a request is billed for read units, function time, the HTTP API and transfer', () => {
  const plain = {
    ...{ papers: 0, ingest: noIngest, snapshot: null, pointInTimeRecovery: false },
    ...{ alarmMetrics: 0, metrics: 0, queueRequests: 0 },
    probe: { invocations: 0, requests: 0, gbSeconds: 0 },
  }
  const answer = { readUnits: 8, bytes: 2 ** 20, gbSeconds: 0.05, logBytes: 0 }
  const of = bill(month({ ...plain, requests: 10e6, answer }))
  expect(of).toMatchObject({ storage: 0, ingest: 0, watching: 0, api: 10, reads: 10 })
  // 9 million invocations and 100,000 GB-seconds beyond what is free.
  expect(of.functions).toBeCloseTo(1.8 + 1.333, 2)
  expect(of.transfer).toBeCloseTo((10e6 / 1_024 - 100) * 0.09, 5)
  expect(total(of)).toBeCloseTo(of.api + of.reads + of.functions + of.transfer, 5)
})

test('a request that CloudFront answers from its cache costs nothing behind it', () => {
  const asked = month({ papers: 20_000, requests: 100e6 })
  const cached = bill({ ...asked, cached: 0.9 })
  expect(cached.reads).toBeCloseTo(bill(asked).reads / 10, 5)
  // Beyond 10 M requests, CloudFront bills each.
  const sentGb = (100e6 * asked.answer.bytes) / 2 ** 30
  expect(cached.transfer).toBeCloseTo((sentGb - 1_024) * 0.085 + 90, 1)
})

test('a response is billed for its share of the start of an instance', () => {
  expect(month({ papers: 0 }).answer.gbSeconds).toBeCloseTo((1_769 / 1_024) * (0.04 + 0.6 / 200), 5)
})

test('a list needs shards when readers exceed what one key carries', () => {
  expect(shards(100e6, 50).shards).toBe(1)
  expect(shards(1e9, 50).shards).toBeGreaterThan(4)
})
