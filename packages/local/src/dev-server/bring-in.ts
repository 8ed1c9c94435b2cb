import type { Feed } from '@daily-papers/ingest/feed.ts'
import { type IngestOptions, type IngestSummary, ingest } from '@daily-papers/ingest/ingest.ts'
import { sampleFeed } from '@daily-papers/ingest/sample.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { dayOf, lastDays } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createQuestions } from '@daily-papers/store/read.ts'
import type { Writer } from '@daily-papers/store/writer.ts'
import { ingestedLine } from '../cli/lines.ts'
import type { Options } from '../cli/options.ts'
import { progressBar } from '../cli/progress.ts'
import { terminalLog } from '../cli/terminal-log.ts'
import type { Env } from '../env.ts'
import { chooseFeed } from '../feed.ts'
import { withinRun } from '../run-limit.ts'
import { snapshotAfter } from '../snapshots/snapshot-after.ts'
import { askFeed } from './ask.ts'
import { keepFresh } from './keep-fresh.ts'
import { waitBy } from './next-run.ts'
import type { System } from './system.ts'

const SAMPLE_DAYS = 7

export interface BringInOptions {
  system: System
  env: Env
  options: Options
  now: () => number
  signal: AbortSignal
}

/** Fills the table of a running system and keeps it fresh until the signal; shows the sample while there is nothing else. */
export async function bringIn({ system, env, options, now, signal }: BringInOptions): Promise<never> {
  const bar = progressBar(process.stderr)
  const log = terminalLog(bar.write, () => signal.aborted)
  const feed = chooseFeed(options.feed, env, now, log)
  /** Tells nothing of its tries: whether it answers is told in one sentence. */
  const quietFeed = chooseFeed(options.feed, env, now)
  const today = () => dayOf(now())

  const run = async (
    store: Writer,
    from: Feed,
    days: readonly Day[],
    how: Pick<IngestOptions, 'refresh'> = {},
  ): Promise<IngestSummary> => {
    const summary = await ingest({
      ...how,
      days,
      feed: from,
      store,
      log,
      now,
      signal: withinRun(signal, days.length),
      onProgress: bar.update,
    })
    bar.stop()
    signal.throwIfAborted()
    process.stdout.write(`${ingestedLine(summary)}\n`)
    return summary
  }

  /** Serves a table with the snapshot that a run has left it in need of. */
  const show = async (tableName: string, summary: IngestSummary) => {
    system.show(tableName)
    await snapshotAfter(summary, { env, database: system.database, tableName, now, log, signal })
  }

  const showSample = async () => {
    const tableName = `${env.TABLE_NAME}-sample`
    bar.write(`showing a sample of made-up papers (table ${tableName}) until the Hub answers`)
    const store = await system.database.writer(tableName)
    const summary = await run(store, sampleFeed({ now }), lastDays(today(), SAMPLE_DAYS))
    await show(tableName, summary)
  }

  const store = await system.database.writer(env.TABLE_NAME)
  return keepFresh({
    ask: patienceMs =>
      options.feed === null ? askFeed(quietFeed, today(), patienceMs, signal) : Promise.resolve(null),
    begin: async () => {
      const refresh = options.days.at(-1) === today() ? { refresh: await store.lastRefreshes() } : {}
      return run(store, feed, options.days, refresh)
    },
    refresh: async scheduledTime => {
      const refresh = await store.lastRefreshes()
      return run(store, feed, daysToRefresh(scheduledTime, refresh), { refresh })
    },
    async onSilence(reason) {
      bar.write(`the Hub cannot be reached (${reason}), and is asked again until it answers`)
      const empty = (await createQuestions(system.database.client, env.TABLE_NAME).latestDay()) === null
      if (empty) await showSample()
    },
    onRun: summary => show(env.TABLE_NAME, summary),
    now,
    wait: waitBy(now, signal),
  })
}
