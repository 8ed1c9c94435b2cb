import type { Day } from '@daily-papers/papers/paper.ts'

/** What the metrics show of a run of the ingest. */
export interface RunFigures {
  new: number
  changed: number
  skipped: number
  /** The newest day that has papers, as far as the run saw; null when it saw none. */
  newestDay: Day | null
}

const HOUR_MS = 3_600_000

/**
 * One line of CloudWatch's embedded metric format: printed by a Lambda function, it becomes metrics without a call.
 * What is null is left out. Figures are told apart by the function that prints them. `NewestDayAgeHours` counts from the beginning of the day in UTC.
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
