import type { Emitted } from '@daily-papers/papers/change.ts'
import type { Counters, Day, Description, Featuring, Instant } from '@daily-papers/papers/paper.ts'
import {
  countersOf,
  documentOf,
  emittedOf,
  type FeaturingItem,
  type PaperDocument,
  type PaperItem,
} from '../../items/paper-item.ts'
import { featuringKey, type Key, paperKey } from '../../table/keys.ts'
import { getItems } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'

/** A paper on a day, from that day's newest reading. It is the fact from which every other item is derived. */
export interface Fact {
  description: Description
  featuring: Featuring
  counters: Counters
  /** Hash of the raw entry stored beside it. */
  raw: string
  /** When a reading last changed it. */
  at: Instant
}

/** The stored items of a paper. */
export interface Known {
  id: string
  paper: PaperItem | undefined
  emitted: Emitted
  facts: Map<Day, Fact>
  rows: Map<Day, FeaturingItem>
}

/** The fact in a featuring item. Null if the item lacks its own day. */
export function factOf(day: Day, row: FeaturingItem): Fact | null {
  const { featurings, ...description } = documentOf(row)
  const featuring = featurings.find(each => each.day === day)
  return featuring ? { description, featuring, counters: countersOf(row), raw: row.raw, at: row.at } : null
}

/**
 * Reads papers with their featurings on each of their days and on each of `days`. Consistent reads; 2 requests for each
 * 100 papers.
 */
export async function readKnown(
  table: Table,
  wanted: ReadonlyMap<string, ReadonlySet<Day>>,
): Promise<Known[]> {
  const ids = [...wanted.keys()]
  const papers = await getItems<PaperItem>(table, ids.map(paperKey), { consistent: true })
  const places: { id: string; day: Day; key: Key }[] = []
  const known = new Map<string, Known>()
  for (const [i, id] of ids.entries()) {
    const paper = papers[i]
    const document = paper && documentOf(paper)
    const emitted = paper && document ? emittedOf(paper, document) : { passed: 0, coded: false }
    known.set(id, { id, paper, emitted, facts: new Map(), rows: new Map() })
    const days = new Set(wanted.get(id))
    for (const { day } of document?.featurings ?? []) days.add(day)
    for (const day of days) places.push({ id, day, key: featuringKey(day, id) })
  }
  const rows = await getItems<FeaturingItem>(
    table,
    places.map(place => place.key),
    { consistent: true },
  )
  for (const [i, { id, day }] of places.entries()) {
    const row = rows[i]
    const fact = row && factOf(day, row)
    if (!row || !fact) continue
    known.get(id)?.facts.set(day, fact)
    known.get(id)?.rows.set(day, row)
  }
  return [...known.values()]
}

/** The paper derived from its facts: described and counted as on its latest day, featured on all of them. */
export function paperFrom(
  facts: ReadonlyMap<Day, Fact>,
): { document: PaperDocument; latest: Fact; at: Instant } | null {
  const [first, ...later] = [...facts.values()].sort((a, b) => (a.featuring.day < b.featuring.day ? -1 : 1))
  if (!first) return null
  const latest = later.at(-1) ?? first
  return {
    document: { ...latest.description, featurings: [first.featuring, ...later.map(each => each.featuring)] },
    latest,
    at: later.reduce((newest, fact) => (fact.at > newest ? fact.at : newest), first.at),
  }
}
