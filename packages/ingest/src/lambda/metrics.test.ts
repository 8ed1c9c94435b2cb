import { expect, test } from 'vitest'
import { metricLine } from './metrics.ts'

const NOW = Date.parse('2026-03-03T12:00:00Z')
const run = { new: 3, changed: 40, skipped: 1, newestDay: '2026-03-02' }

test('a run is one line of embedded metrics, each value named and described', () => {
  const line = JSON.parse(metricLine(run, NOW, 'refresh'))
  expect(line).toMatchObject({
    New: 3,
    Changed: 40,
    Skipped: 1,
    NewestDayAgeHours: 36,
  })
  const { Timestamp, CloudWatchMetrics } = line._aws
  expect(Timestamp).toBe(NOW)
  expect(CloudWatchMetrics).toHaveLength(1)
  expect(CloudWatchMetrics[0].Namespace).toBe('DailyPapers')
  const { _aws, FunctionName, ...values } = line
  expect(FunctionName).toBe('refresh')
  expect(CloudWatchMetrics[0].Metrics.map(({ Name }: { Name: string }) => Name)).toEqual(Object.keys(values))
})

test('an unknown value is left out, not zero', () => {
  const line = JSON.parse(metricLine({ ...run, newestDay: null }, NOW, 'refresh'))
  expect(line).not.toHaveProperty('NewestDayAgeHours')
  expect(line._aws.CloudWatchMetrics[0].Metrics).toHaveLength(3)
})
