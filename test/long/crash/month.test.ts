/** Two days of the month and a few deaths of the ingest; all of it with 50: `node test/long/crash/main.ts --month`. */
import { describe, expect, test } from 'vitest'
import { fullest } from '../../days/corpora.ts'
import { month } from './month.ts'

describe.each(fullest)('hourly runs over $name days with faults, some of them killed', corpus => {
  test('histories are what the Hub said, each change is told once to a reader who dies too, and rankings are those of all histories', async () => {
    const { wrong, ...report } = await month({ corpus, hours: 30, kills: 3, seed: 1 })
    process.stdout.write(`${JSON.stringify(report)}\n`)
    expect(wrong.slice(0, 5)).toEqual([])
    expect(report.kills).toBe(3)
    expect(report.pollsKilled).toBeGreaterThan(0)
    expect(report.changes).toBeGreaterThan(100)
    expect(report.points).toBeGreaterThan(500)
    expect(report.ranked).toBeGreaterThan(100)
  })
})
