import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import type { DayReading } from '@daily-papers/store/reading.ts'
import type { Refreshes, Run, RunReading } from '@daily-papers/store/runs.ts'
import type { Writer } from '@daily-papers/store/writer.ts'
import { refreshArtefacts } from './artefacts.ts'
import type { ArtefactSource, Feed, Reading } from './feed.ts'
import type { Log } from './log.ts'
import { refuseChangedFeed } from './parse/changed-feed.ts'
import { parseDay } from './parse/parse.ts'
import type { Progress } from './progress.ts'
import { historyBy } from './schedule.ts'

export interface IngestOptions {
  /** Read in this order. */
  days: readonly Day[]
  /**
   * Set for a scheduled refresh: what earlier refreshes had reached. Later runs learn from it how far back this one
   * reached.
   */
  refresh?: Refreshes
  feed: Feed
  /** The source of the links to papers. Absent: the run reads none. */
  artefacts?: ArtefactSource
  store: Writer
  log: Log
  /** Milliseconds since 1970. */
  now?: () => number
  /**
   * Days that create no change events. Default: the same as for a refresh now (see `historyBy`).
   */
  isHistory?: (day: Day) => boolean
  /** Ends the run early. What was read is stored, and the rest counts as failed. */
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
  /** Papers of earlier runs, which the summary's `papers` also counts. This run adds its own. */
  ids?: Set<string>
  /** Called when the first day with papers is written. That day is written at once, for people who wait. */
  onFirstDay?: (day: Day) => void
}

export interface IngestSummary {
  /** Days read, empty ones included. */
  days: number
  /** Days read that have papers. */
  daysWithPapers: number
  /** Distinct papers read. */
  papers: number
  /** Papers that are new to the table. */
  new: number
  /** Papers that were stored and changed. */
  changed: number
  /** Unreadable entries. */
  skipped: number
  /** The days with unreadable entries. */
  partial?: Day[]
  failed: { day: Day; reason: string }[]
  startedAt: Instant
  finishedAt: Instant
  /** Mean milliseconds of a reading. Null when nothing was asked. */
  feedLatencyMs: number | null
  /** The newest day with papers that was read. */
  newestDay: Day | null
}

/** Entries in a step. Enough to write an entity once for many papers, and few enough to limit memory. */
export const ENTRIES_A_STEP = 200

/**
 * Reads days of the feed and writes them to the store. A day that cannot be read fails alone. A run may be repeated,
 * killed at any instant, and run beside another: the table still ends up right.
 */
export async function ingest(options: IngestOptions): Promise<IngestSummary> {
  const { days, feed, store, log, now = Date.now, signal, onProgress } = options
  const { refresh, ids = new Set() } = options
  const startedAt = instant(now())
  const isHistory = options.isHistory ?? historyBy(refresh ?? (await store.lastRefreshes()), now())
  const unknown = new Set<string>()
  const summary = { new: 0, changed: 0, skipped: 0 }
  const failed: { day: Day; reason: string }[] = []
  const empty = new Set<Day>()
  const partial = new Set<Day>()
  const read = new Map<Day, RunReading>()
  let feedMs = 0
  let tried = 0
  let step: DayReading[] = []
  let awaitsFirst = options.onFirstDay !== undefined

  const fail = (day: Day, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error)
    failed.push({ day, reason })
    log.error('day failed', { day, reason })
  }

  /** Writes the days read so far, in one step. */
  const flush = async (): Promise<void> => {
    const readings = step
    step = []
    if (readings.length === 0) return
    try {
      const outcome = await store.putDays(readings, { isHistory })
      summary.new += outcome.new
      summary.changed += outcome.changed
      for (const { day, readAt, entries } of readings) {
        const { verdict, hash = '' } = outcome.days.get(day) ?? {}
        if (entries.length > 0) read.set(day, { day, readAt, hash })
        else empty.add(day)
        for (const { entry } of entries) ids.add(entry.description.id)
        log.info('day ingested', { day, papers: entries.length, verdict })
      }
    } catch (error) {
      for (const { day } of readings) fail(day, error)
    }
  }

  /** Reads days one after the other and writes them step by step. */
  const load = async (days: readonly Day[]): Promise<void> => {
    for (const [done, day] of days.entries()) {
      if (signal?.aborted) {
        const left = days.slice(done)
        log.warn('the run ended before it read these days', { days: left })
        for (const each of left) failed.push({ day: each, reason: 'the run was ended before it was read' })
        break
      }
      onProgress?.({ done, total: days.length, failed: failed.length, day })
      tried++
      const start = now()
      try {
        const reading = await feed.read(day, signal)
        feedMs += now() - start
        if ('absent' in reading) log.info('day left for a later run', { day, reason: reading.absent })
        else step.push(parsed(reading, log, unknown, summary, partial))
      } catch (error) {
        fail(day, error)
      }
      const entries = step.reduce((sum, reading) => sum + reading.entries.length, 0)
      if (entries >= ENTRIES_A_STEP || (awaitsFirst && entries > 0)) await flush()
      if (awaitsFirst && read.size > 0) {
        awaitsFirst = false
        options.onFirstDay?.(day)
      }
    }
    await flush()
  }

  const summed = (): IngestSummary => ({
    ...summary,
    ...(partial.size > 0 ? { partial: [...partial] } : {}),
    days: read.size + empty.size,
    daysWithPapers: read.size,
    papers: ids.size,
    failed,
    startedAt,
    finishedAt: instant(now()),
    feedLatencyMs: tried ? feedMs / tried : null,
    newestDay: [...read.keys()].sort().at(-1) ?? null,
  })

  await load(days)
  if (refresh && options.artefacts) {
    const source = options.artefacts
    // A failure to read links must not fail the run's days.
    const linked = await refreshArtefacts({ source, store, log, signal }, now()).catch(error => {
      log.warn('artefacts not stored', { error })
      return { changed: 0 }
    })
    summary.changed += linked.changed
  }
  const asked = refresh ? { refresh: { reach: days.length - 1, before: refresh } } : {}
  const overtaken = await store.putRun({ ...recordOf(summed(), read, empty), ...asked })
  if (overtaken.length > 0) {
    log.warn('an older run wrote these days in the meantime, so they are read again', { days: overtaken })
    await load(overtaken)
    await store.putRun({ ...recordOf(summed(), read, empty), ...asked })
  }
  if (unknown.size > 0)
    log.warn('the feed has fields that are not known yet', { fields: [...unknown].sort() })
  onProgress?.({ done: days.length, total: days.length, failed: failed.length, day: days.at(-1) ?? '' })
  return summed()
}

/** The record of a run. */
function recordOf(summary: IngestSummary, read: ReadonlyMap<Day, RunReading>, empty: ReadonlySet<Day>): Run {
  const { startedAt, finishedAt, days, papers, new: added, changed, skipped, partial = [], failed } = summary
  return {
    startedAt,
    finishedAt,
    days,
    papers,
    new: added,
    changed,
    skipped,
    failed: failed.map(({ day }) => day),
    readings: [...read.values()],
    empty: [...empty],
    partial,
  }
}

const instant = (ms: number): Instant => new Date(ms).toISOString()

/**
 * The entries of a reading that can be read; the others are logged and counted.
 * @throws when the feed seems to have changed.
 */
function parsed(
  { day, readAt, entries }: Reading,
  log: Log,
  unknown: Set<string>,
  summary: { skipped: number },
  partial: Set<Day>,
): DayReading {
  const parsed = parseDay(entries, day)
  refuseChangedFeed(parsed, entries.length, day)
  const { problems, warnings, unknownFields } = parsed
  for (const { id, problem } of problems) log.warn('entry skipped', { day, id, problem })
  for (const { id, warning } of warnings) log.warn('part of an entry skipped', { day, id, warning })
  summary.skipped += problems.length
  if (problems.length > 0) partial.add(day)
  else partial.delete(day)
  for (const field of unknownFields) unknown.add(field)
  return { day, readAt, entries: parsed.entries }
}
