import { createHash } from 'node:crypto'
import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import { dayOf, HOUR_MS, lastDays, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Writer } from '@daily-papers/store/writer.ts'
import type { ArtefactSource } from './feed.ts'
import type { Log } from './log.ts'
import type { Progress } from './progress.ts'

/** Papers of this many days are read once a day. Older ones, up to `REFRESHED_DAYS`, are read once a week. */
const DAILY_DAYS = 8
const [HOURS_A_DAY, HOURS_A_WEEK] = [24, 168]
/** Papers that are written together. */
const PAPERS_A_STEP = 50
/** After this many failures in a row, the run stops asking the Hub. */
const MOST_FAILURES = 3

export interface ArtefactOptions {
  source: ArtefactSource
  store: Pick<Writer, 'putArtefacts'>
  log: Log
  signal?: AbortSignal | undefined
}

export interface ArtefactSummary {
  /** Papers that were read. */
  read: number
  /** Papers read whose totals changed. */
  changed: number
  /** Papers that could not be read. */
  failed: string[]
  /** Whether the run stopped after many failures in a row. */
  gaveUp: boolean
}

/**
 * The papers whose models, datasets and Spaces the hourly run reads now. A hash of the id spreads them over the hours
 * of a day or a week.
 */
export function dueArtefacts(papersOn: ReadonlyMap<Day, readonly string[]>, now: number): string[] {
  const hour = Math.floor(now / HOUR_MS)
  const today = dayOf(now)
  const daily = new Set(lastDays(today, DAILY_DAYS))
  const due = lastDays(today, REFRESHED_DAYS).flatMap(day => {
    const period = daily.has(day) ? HOURS_A_DAY : HOURS_A_WEEK
    return (papersOn.get(day) ?? []).filter(id => slotOf(id) % period === hour % period)
  })
  return [...new Set(due)]
}

const slotOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE(0)

/** The hourly run's part for artefacts. */
export async function refreshArtefacts(
  options: ArtefactOptions & { store: Writer },
  now: number,
): Promise<ArtefactSummary> {
  const papersOn = await options.store.papersOn(lastDays(dayOf(now), REFRESHED_DAYS))
  return loadArtefacts(dueArtefacts(papersOn, now), options)
}

/**
 * Reads and stores the links to papers. Papers that fail are logged and named in the summary.
 * @throws LeaseError and the like when the table cannot be written
 */
export async function loadArtefacts(
  ids: readonly string[],
  { source, store, log, signal }: ArtefactOptions,
): Promise<ArtefactSummary> {
  const summary: ArtefactSummary = { read: 0, changed: 0, failed: [], gaveUp: false }
  let failures = 0
  let step: Artefacts[] = []
  const flush = async (): Promise<void> => {
    const readings = step
    step = []
    if (readings.length > 0) summary.changed += await store.putArtefacts(readings)
  }
  for (const id of ids) {
    if (signal?.aborted || summary.gaveUp) break
    try {
      const artefacts = await source.artefactsOf(id, signal)
      failures = 0
      if (artefacts) step.push(artefacts)
      if (artefacts) summary.read++
    } catch (error) {
      if (signal?.aborted) break
      summary.failed.push(id)
      summary.gaveUp = ++failures >= MOST_FAILURES
      log.warn('artefacts not read', { id, reason: error instanceof Error ? error.message : String(error) })
    }
    if (step.length >= PAPERS_A_STEP) await flush()
  }
  await flush()
  return summary
}

export interface ArtefactBackfill extends ArtefactOptions {
  store: Writer
  /** Oldest first. The newest is read first. */
  days: readonly Day[]
  /** The stored artefacts of papers. */
  known(ids: readonly string[]): Promise<(Artefacts | null)[]>
  now: number
  onProgress?: (progress: Progress) => void
}

/**
 * Reads the links to the papers of many days. Skips papers read within 24 hours, so it can be stopped and run again.
 */
export async function backfillArtefacts(options: ArtefactBackfill): Promise<ArtefactSummary> {
  const { known, now, onProgress, signal } = options
  const days = options.days.toReversed()
  const yesterday = new Date(now - HOURS_A_DAY * HOUR_MS).toISOString()
  const summary: ArtefactSummary = { read: 0, changed: 0, failed: [], gaveUp: false }
  for (const [done, day] of days.entries()) {
    if (signal?.aborted || summary.gaveUp) break
    onProgress?.({ done, total: days.length, failed: summary.failed.length, day })
    const ids = (await options.store.papersOn([day])).get(day) ?? []
    const stored = await known(ids)
    const some = await loadArtefacts(
      ids.filter((_, i) => (stored[i]?.readAt ?? '') < yesterday),
      options,
    )
    summary.read += some.read
    summary.changed += some.changed
    summary.failed.push(...some.failed)
    summary.gaveUp = some.gaveUp
  }
  return summary
}
