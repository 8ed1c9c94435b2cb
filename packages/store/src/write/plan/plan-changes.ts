import { createHash } from 'node:crypto'
import { type Change, emittedBy, partsChanged, UPVOTE_THRESHOLDS } from '@daily-papers/papers/change.ts'
import type { Day, Description, Instant } from '@daily-papers/papers/paper.ts'
import { documentOf } from '../../items/paper-item.ts'
import type { DayReading } from '../../items/reading.ts'
import { CHANGES, type Key } from '../../table/keys.ts'
import { queryOnce } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import { type Fact, type Known, paperFrom } from './facts.ts'

/** A change event of a step. `of`: hash of the description that it is about. */
export type PlannedChange = Change & { of?: string }

/** The change events of a step, and the instant that orders it among other steps. */
export interface PlannedChanges {
  stamp: Instant
  changes: readonly PlannedChange[]
}

const hashOf = ({ id, ...description }: Description): string =>
  createHash('sha256').update(JSON.stringify(description)).digest('base64url').slice(0, 12)

const descriptionOf = ({ featurings, ...description }: ReturnType<typeof documentOf>): Description =>
  description

/** The change events of the papers in some readings. 1 request, or none without a change. */
export async function planChanges(
  table: Table,
  readings: readonly DayReading[],
  newestReadAt: Instant,
  known: ReadonlyMap<string, Known>,
  facts: ReadonlyMap<string, ReadonlyMap<Day, Fact>>,
): Promise<PlannedChanges | null> {
  const days = new Set(readings.map(({ day }) => day))
  const ids = new Set(readings.flatMap(({ entries }) => entries.map(({ entry }) => entry.description.id)))
  const changes = [...ids].flatMap(id => {
    const paper = known.get(id)
    return paper ? changesOf(paper, facts.get(id) ?? paper.facts, days) : []
  })
  return changes.length ? { stamp: await nextStamp(table, newestReadAt), changes } : null
}

/**
 * Compares a paper's facts with its stored state, and returns the events. Only days in `emitting` make events. A threshold
 * and the first code are events once, whatever comes and goes.
 */
function changesOf(
  { id, paper, emitted, facts: had }: Known,
  facts: ReadonlyMap<Day, Fact>,
  emitting: ReadonlySet<Day>,
): PlannedChange[] {
  if ([...facts].every(([day, fact]) => fact.at === had.get(day)?.at)) return []
  const derived = paperFrom(facts)
  if (!derived) return []
  const { document, latest } = derived
  const before = paper ? documentOf(paper) : null
  const now = emittedBy(latest.counters, document.code)
  const { at } = latest
  const changes: PlannedChange[] = []
  for (const { day } of document.featurings)
    if (emitting.has(day) && !before?.featurings.some(known => known.day === day))
      changes.push({ kind: 'featured', paperId: id, at: facts.get(day)?.at ?? at, day })
  const gainsCode = now.coded && !emitted.coded
  if (before) {
    const description = descriptionOf(document)
    const parts = partsChanged(before, description).filter(part => part !== 'code' || !gainsCode)
    if (parts.length)
      changes.push({ kind: 'metadataChanged', paperId: id, at, parts, of: hashOf(description) })
  }
  if (gainsCode) changes.push({ kind: 'codeAdded', paperId: id, at })
  for (const threshold of UPVOTE_THRESHOLDS)
    if (threshold > emitted.passed && threshold <= now.passed)
      changes.push({ kind: 'upvotesPassed', paperId: id, at, threshold })
  return changes
}

/** Whether the facts found after a crash confirm a change. The next reading finds any other again. */
export function isBorneOut(change: PlannedChange, facts: ReadonlyMap<Day, Fact> | undefined): boolean {
  const derived = facts && paperFrom(facts)
  if (!derived) return false
  const { document, latest } = derived
  switch (change.kind) {
    case 'featured':
      return facts.has(change.day)
    case 'metadataChanged':
      return hashOf(descriptionOf(document)) === change.of
    case 'codeAdded':
      return document.code !== null
    case 'modelAdded':
      return (document.artefacts?.models ?? 0) > 0
    case 'datasetAdded':
      return (document.artefacts?.datasets ?? 0) > 0
    case 'spaceAdded':
      return (document.artefacts?.spaces ?? 0) > 0
    case 'upvotesPassed':
      return (latest.counters.upvotes ?? 0) >= change.threshold
  }
}

/** A stamp for a step's changes, later than that of every earlier step, whatever their clocks said. 1 request. */
export async function nextStamp(table: Table, now: Instant): Promise<Instant> {
  const { items } = await queryOnce<Key>(
    table,
    { partition: CHANGES },
    { descending: true, limit: 1, only: ['sk'], consistent: true },
  )
  const last = items[0]?.sk
  return last !== undefined && last >= now ? new Date(Date.parse(last) + 1).toISOString() : now
}
