import type { PaperItem } from '../items/paper-item.ts'
import { paperOf } from '../items/paper-item.ts'
import { type RisingItem, recentIn } from '../items/rising-item.ts'
import { gainSort, paperKey, risingKey } from '../keys.ts'
import { type Page, type PageRequest, pageOfRows, type Row } from '../page.ts'
import type { RisingPaper } from '../questions.ts'
import { getItems, type Table } from '../requests.ts'
import { type Gain, gainOf, type Metric, type Window } from '../rising.ts'
import { GAIN_FORM } from './positions.ts'

/** Papers by what they gained inside a window that ends now. */
export async function rising(
  table: Table,
  window: Window,
  metric: Metric,
  now: number,
  request: PageRequest,
): Promise<Page<RisingPaper>> {
  const [item] = await getItems<RisingItem>(table, [risingKey])
  const ranked: Row<Gain & { id: string }>[] = []
  for (const [id, points] of recentIn(item)) {
    const gain = gainOf(points, metric, window, now)
    if (gain) ranked.push({ node: { id, ...gain }, position: gainSort(gain.gained, id) })
  }
  ranked.sort((a, b) => (a.position < b.position ? 1 : -1))
  const page = pageOfRows(ranked, request, { descending: true, form: GAIN_FORM })
  const papers = await getItems<PaperItem>(
    table,
    page.rows.map(({ node }) => paperKey(node.id)),
  )
  const rows = page.rows.flatMap(({ node: { id, ...gain }, position }, i) => {
    const paper = papers[i]
    return paper ? [{ node: { ...gain, paper: paperOf(paper) }, position }] : []
  })
  return { ...page, rows }
}
