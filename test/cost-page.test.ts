import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bill, total } from './cost/bill.ts'
import { costPage } from './cost/cost-page.ts'
import { month, noIngest, shards } from './cost/scenarios.ts'

test('docs/cost.md is what the script computes', () => {
  expect(readFileSync(new URL('../docs/cost.md', import.meta.url), 'utf8')).toBe(costPage())
})

test('a request costs its units, its function and its way out', () => {
  const plain = { papers: 0, ingest: noIngest, alarms: 0, metrics: 0, pointInTimeRecovery: false }
  const answer = { readUnits: 8, bytes: 2 ** 20, gbSeconds: 0.05, logBytes: 0 }
  const of = bill(month({ ...plain, requests: 10e6, answer }))
  expect(of).toMatchObject({ storage: 0, ingest: 0, watching: 0, api: 10, reads: 10 })
  // 9 million invocations and 100,000 GB-seconds beyond what is free.
  expect(of.functions).toBeCloseTo(1.8 + 1.333, 2)
  expect(of.transfer).toBeCloseTo((10e6 / 1_024 - 100) * 0.09, 5)
  expect(total(of)).toBeCloseTo(of.api + of.reads + of.functions + of.transfer, 5)
})

test('what CloudFront answers by itself reaches nothing behind it', () => {
  const asked = month({ papers: 20_000, requests: 100e6 })
  expect(bill({ ...asked, cached: 0.9 }).reads).toBeCloseTo(bill(asked).reads / 10, 5)
})

test('a list is sharded when its readers are more than one key carries', () => {
  expect(shards(100e6, 50).shards).toBe(1)
  expect(shards(1e9, 50).shards).toBeGreaterThan(4)
})
