import { emittedBy, emittedByEither } from '@daily-papers/papers/change.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { sameCounters } from '../../history.ts'
import type { Rank } from '../../items/day-item.ts'
import { type Packed, packText } from '../../items/pack.ts'
import {
  countersOf,
  documentOf,
  documentText,
  documentTextOf,
  featuredAfter,
  featuredBefore,
  featuringItem,
  paperItem,
} from '../../items/paper-item.ts'
import { type EntityPosting, postingsOf } from '../../items/postings.ts'
import type { Write } from '../../table/requests.ts'
import { ITEM_VERSION } from '../../table/table-definition.ts'
import { type Fact, type Known, paperFrom } from './facts.ts'

/** The writes that bring a paper's items in line with its facts. */
export interface PaperPlan {
  id: string
  existed: boolean
  firstDay: Day
  /** When a reading last changed it, on each of its days. */
  at: Map<Day, Instant>
  rows: Write[]
  paper: Write[]
  before: ReadonlyMap<string, EntityPosting>
  after: ReadonlyMap<string, EntityPosting>
  /** Its ranks on each of its days. */
  ranks: Map<Day, Rank>
}

/** Compares a paper's stored items with `facts`, which have all its days. Null when there are none. */
export function planPaper(known: Known, facts: ReadonlyMap<Day, Fact>): PaperPlan | null {
  const derived = paperFrom(facts)
  if (!derived) return null
  const { id } = known
  const { document, at } = derived
  const { counters } = derived.latest
  const stored = known.paper
  const texts = new Map(
    [...known.rows.values(), ...(stored ? [stored] : [])].map(item => [item, documentTextOf(item)]),
  )
  // Stored documents are reused, so a moved vote compresses nothing.
  const packed = new Map<string, Packed>([...texts].map(([item, text]) => [text, item.doc]))
  const packOnce = (text: string): Packed => {
    const doc = packed.get(text) ?? packText(text)
    packed.set(text, doc)
    return doc
  }

  const rows: Write[] = []
  const ranks = new Map<Day, Rank>()
  for (const [day, fact] of facts) {
    const text = documentText({ ...fact.description, featurings: document.featurings })
    const row = known.rows.get(day)
    const same =
      row?.v === ITEM_VERSION &&
      texts.get(row) === text &&
      sameCounters(countersOf(row), fact.counters) &&
      row.raw === fact.raw
    if (!same) rows.push({ put: featuringItem(day, id, fact.counters, packOnce(text), fact.raw, fact.at) })
    ranks.set(day, {
      id,
      upvotes: fact.counters.upvotes,
      publishedAt: fact.description.publishedAt,
      before: featuredBefore(document.featurings, day),
      after: featuredAfter(document.featurings, day),
    })
  }

  const text = documentText(document)
  const storedText = stored && texts.get(stored)
  const same = stored && storedText === text && sameCounters(countersOf(stored), counters)
  const after = postingsOf(document)
  const emitted = emittedByEither(known.emitted, emittedBy(counters, document.code))
  return {
    id,
    existed: stored !== undefined,
    firstDay: document.featurings[0].day,
    at: new Map([...facts].map(([day, fact]) => [day, fact.at])),
    rows,
    paper: same ? [] : [{ put: paperItem(document, counters, packOnce(text), at, emitted) }],
    before: !stored ? new Map() : storedText === text ? after : postingsOf(documentOf(stored)),
    after,
    ranks,
  }
}

/** The names of the entities of which the paper says something else than before. */
export function touchedEntities({ before, after }: PaperPlan): EntityPosting[] {
  if (before === after) return []
  const touched: EntityPosting[] = []
  for (const [name, now] of after) {
    const was = before.get(name)
    if (!was || JSON.stringify(was.posting) !== JSON.stringify(now.posting)) touched.push(now)
  }
  for (const [name, was] of before) if (!after.has(name)) touched.push(was)
  return touched
}
