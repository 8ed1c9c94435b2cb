import type { Artefact, ArtefactKind, Artefacts, ArtefactTotals } from '@daily-papers/papers/artefact.ts'
import type { Instant } from '@daily-papers/papers/paper.ts'
import { artefactsKey, type Key } from '../table/keys.ts'
import { getItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** The links to a paper, from the last reading that changed them. */
interface ArtefactsItem extends Key {
  v: number
  at: Instant
  totals: ArtefactTotals
  top: Packed
}

export const artefactsItem = ({ paperId, readAt, totals, top }: Artefacts): ArtefactsItem => ({
  ...artefactsKey(paperId),
  v: ITEM_VERSION,
  at: readAt,
  totals,
  top: pack(top),
})

/** The links to each paper. Null where they were never read. 1 request for up to 100 papers. */
export async function readArtefacts(
  table: Table,
  ids: readonly string[],
  consistent = false,
): Promise<(Artefacts | null)[]> {
  const items = await getItems<ArtefactsItem>(table, ids.map(artefactsKey), { consistent })
  return ids.map((paperId, i) => {
    const item = items[i]
    if (!item) return null
    const top = unpack<Record<ArtefactKind, Artefact[]>>(item.top)
    return { paperId, readAt: item.at, totals: item.totals, top }
  })
}
