import { HOUR_MS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'

/** The metrics of a run of the ingest. */
export interface RunFigures {
  new: number
  changed: number
  skipped: number
  /** The newest day with papers that the run read. Null when there was none. */
  newestDay: Day | null
}

/**
 * One line of CloudWatch's embedded metric format: a Lambda function prints it, and CloudWatch makes metrics of it, by
 * function. Null values are left out. `NewestDayAgeHours` counts from the beginning of the day in UTC.
 */
export function metricLine(run: RunFigures, now: number, functionName: string): string {
  const metrics: { name: string; unit: string; value: number }[] = [
    { name: 'New', unit: 'Count', value: run.new },
    { name: 'Changed', unit: 'Count', value: run.changed },
    { name: 'Skipped', unit: 'Count', value: run.skipped },
  ]
  if (run.newestDay !== null) {
    const ageHours = (now - Date.parse(`${run.newestDay}T00:00:00Z`)) / HOUR_MS
    metrics.push({ name: 'NewestDayAgeHours', unit: 'None', value: ageHours })
  }
  return JSON.stringify({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: 'DailyPapers',
          Dimensions: [['FunctionName']],
          Metrics: metrics.map(({ name, unit }) => ({ Name: name, Unit: unit })),
        },
      ],
    },
    FunctionName: functionName,
    ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])),
  })
}
