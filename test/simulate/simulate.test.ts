/** A few days; a year with any seed: `pnpm simulate`. */
import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

test.each([4])(
  'with seed %i clients see what plain maps say, with two writers and a Hub that fails',
  async seed => {
    const { wrong, ...report } = await simulate({ days: 2, seed })
    expect(wrong).toEqual([])
    expect(report).toMatchObject({ snapshots: 3, papers: expect.any(Number) })
    expect(report.compared).toBeGreaterThan(15)
    expect(report.changes).toBeGreaterThan(50)
    expect(report.mails).toBeGreaterThan(10)
    expect(report.mailsKilled).toBeGreaterThan(0)
  },
)
