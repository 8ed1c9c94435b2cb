import {
  ARTEFACT_KINDS,
  type Artefact,
  type ArtefactKind,
  type Artefacts,
  type ArtefactTotals,
  ownerOf,
} from '@daily-papers/papers/artefact.ts'
import { accountKey } from '@daily-papers/papers/names.ts'
import type { Description } from '@daily-papers/papers/paper.ts'
import { artefactsItem, readArtefacts } from '../../items/artefacts-item.ts'
import type { Write } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import { paperFrom, readKnown } from './facts.ts'
import { type Forgotten, readForgotten } from './forgotten.ts'
import type { Plan } from './plan.ts'
import { nextStamp, type PlannedChange } from './plan-changes.ts'
import { daysOf, planDays, readDays } from './plan-days.ts'
import { planPaper } from './plan-papers.ts'

const ADDED = { models: 'modelAdded', datasets: 'datasetAdded', spaces: 'spaceAdded' } as const

/**
 * The writes for readings of the links to papers. Unknown papers are left out. A paper's first reading is a baseline
 * and no change event. 3 consistent reads for up to 100 papers.
 */
export async function planArtefacts(table: Table, readings: readonly Artefacts[]): Promise<Plan> {
  const ids = readings.map(({ paperId }) => paperId)
  const [known, stored, forgotten] = await Promise.all([
    readKnown(table, new Map(ids.map(id => [id, new Set()]))),
    readArtefacts(table, ids, true),
    readForgotten(table),
  ])
  const raws: Write[] = []
  const changes: PlannedChange[] = []
  const papers = known.flatMap((paper, i) => {
    const reading = readings[i]
    const derived = paperFrom(paper.facts)
    if (!reading || !derived) return []
    const shown = withoutOwners(reading, forgotten)
    const { paperId, readAt, totals } = shown
    if (said(shown) !== said(stored[i] ?? null)) raws.push({ put: artefactsItem(shown) })
    // After a crash, some items of the paper may be old.
    const facts = [...paper.facts]
    if (facts.every(([, { description }]) => sameTotals(description.artefacts, totals))) return []
    const before = derived.document.artefacts
    for (const kind of ARTEFACT_KINDS)
      if (before?.[kind] === 0 && totals[kind] > 0) changes.push({ kind: ADDED[kind], paperId, at: readAt })
    const updated = new Map(
      facts.map(([day, each]) => [day, { ...each, description: { ...each.description, artefacts: totals } }]),
    )
    return planPaper(paper, updated) ?? []
  })
  const records = await readDays(table, daysOf(papers))
  const newest = readings.reduce((max, { readAt }) => (readAt > max ? readAt : max), '')
  return {
    spellings: [],
    raws,
    histories: [],
    papers,
    entities: [],
    days: planDays(records, papers, new Map()),
    ...(changes.length > 0 ? { changes: { stamp: await nextStamp(table, newest), changes } } : {}),
  }
}

/** The totals that a description carries, to be kept when a reading of the feed describes the paper anew. */
export const artefactsOf = (description: Description | undefined): Pick<Description, 'artefacts'> =>
  description?.artefacts ? { artefacts: description.artefacts } : {}

const sameTotals = (a: ArtefactTotals | undefined, b: ArtefactTotals): boolean =>
  a !== undefined && ARTEFACT_KINDS.every(kind => a[kind] === b[kind])

/** What a reading says, downloads and the like aside: they move daily. */
function said(artefacts: Artefacts | null): string {
  if (!artefacts) return ''
  const { totals, top } = artefacts
  const shown = (kind: ArtefactKind) => [totals[kind], top[kind].map(({ id, likes }) => [id, likes])]
  return JSON.stringify(ARTEFACT_KINDS.map(shown))
}

/** The artefacts without those of accounts that asked to be left out. The totals stay. */
export function withoutOwners(artefacts: Artefacts, { accounts }: Forgotten): Artefacts {
  const shown = (list: readonly Artefact[]) =>
    list.filter(artefact => !accounts.has(accountKey(ownerOf(artefact))))
  const { models, datasets, spaces } = artefacts.top
  return {
    ...artefacts,
    top: { models: shown(models), datasets: shown(datasets), spaces: shown(spaces) },
  }
}
