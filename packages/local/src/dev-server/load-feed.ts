import type { Feed } from '@daily-papers/ingest/feed.ts'
import { type IngestOptions, type IngestSummary, ingest } from '@daily-papers/ingest/ingest.ts'
import { sampleFeed } from '@daily-papers/ingest/sample.ts'
import { daysToRefresh } from '@daily-papers/ingest/schedule.ts'
import { dayOf, lastDays } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Writer } from '@daily-papers/store/writer.ts'
import { chooseFeed } from '../choose-feed.ts'
import { ingestedLine, readyLine } from '../cli/lines.ts'
import type { Options } from '../cli/options.ts'
import { progressBar } from '../cli/progress.ts'
import { terminalLog } from '../cli/terminal-log.ts'
import { type Env, sampleTable } from '../env.ts'
import { waitBy } from '../next-run.ts'
import { withinRun } from '../run-limit.ts'
import { snapshotAfter } from '../snapshots/snapshot-after.ts'
import { askFeed } from './ask.ts'
import { keepFresh } from './keep-fresh.ts'
import { SAMPLE_DAYS, sampleHistory } from './sample-history.ts'
import type { System } from './system.ts'

export interface LoadFeedOptions {
  system: System
  env: Env
  options: Options
  now: () => number
  signal: AbortSignal
}

/**
 * Loads the feed into a running system and keeps it fresh until the signal. Shows the sample while there are no
 * papers.
 */
export async function loadFeed({ system, env, options, now, signal }: LoadFeedOptions): Promise<never> {
  const bar = progressBar(process.stderr)
  const log = terminalLog(bar.write, () => signal.aborted)
  const { feed, artefacts } = chooseFeed(options.feed, env, now, log)
  /** Logs no retries: one line says that the Hub cannot be reached. */
  const { feed: quietFeed } = chooseFeed(options.feed, env, now)
  const today = () => dayOf(now())

  const run = async (
    store: Writer,
    from: Feed,
    days: readonly Day[],
    how: Pick<IngestOptions, 'refresh' | 'onFirstDay' | 'artefacts'> = {},
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
    say(ingestedLine(summary))
    return summary
  }

  const say = (line: string) => void process.stdout.write(`${line}\n`)
  /** Options of the first run: newest day first, with a line when that day is ready. */
  const show = (tableName: string) => ({
    onFirstDay: (day: Day) => {
      system.show(tableName)
      bar.stop()
      say(readyLine(`papers of ${day}`))
    },
  })

  const searchable = new Set<string>()
  /** Serves a table, and builds its snapshot if the last run changed something. */
  const complete = async (tableName: string) => {
    system.show(tableName)
    const { database } = system
    const isBuilt = await snapshotAfter({ env, database, tableName, now, log, signal })
    if (isBuilt && !searchable.has(tableName)) say(readyLine('search and statistics'))
    if (isBuilt) searchable.add(tableName)
  }

  const isEmpty = async (tableName: string) =>
    (await createQuestions(system.database.client, tableName).latestDay()) === null

  const showSample = async () => {
    const tableName = sampleTable(env)
    bar.write(`showing a sample of made-up papers (table ${tableName}) until the Hub answers`)
    const store = await system.database.writer(tableName)
    system.show(tableName)
    if (await isEmpty(tableName)) await sampleHistory(store, log, now(), signal)
    const days = lastDays(today(), SAMPLE_DAYS).reverse()
    const how = { refresh: await store.lastRefreshes(), ...show(tableName) }
    await run(store, sampleFeed({ now }), days, how)
    await complete(tableName)
  }

  const store = await system.database.writer(env.TABLE_NAME)
  return keepFresh({
    ask: patienceMs =>
      options.feed === null ? askFeed(quietFeed, today(), patienceMs, signal) : Promise.resolve(null),
    begin: async () => {
      const refresh = options.days.at(-1) === today() ? { refresh: await store.lastRefreshes() } : {}
      return run(store, feed, options.days.toReversed(), { ...refresh, ...show(env.TABLE_NAME) })
    },
    refresh: async scheduledTime => {
      const refresh = await store.lastRefreshes()
      const how = { refresh, ...(artefacts && { artefacts }) }
      return run(store, feed, daysToRefresh(scheduledTime, refresh), how)
    },
    async onSilence(reason) {
      bar.write(`the Hub cannot be reached (${reason}); trying again until it answers`)
      if (await isEmpty(env.TABLE_NAME)) await showSample()
    },
    onRun: () => complete(env.TABLE_NAME),
    now,
    wait: waitBy(now, signal),
  })
}
