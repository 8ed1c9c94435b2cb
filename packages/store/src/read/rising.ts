import { type RisingItem, recentIn } from '../items/rising-item.ts'
import { type Page, type PageRequest, pageOfRows, type Row } from '../page.ts'
import type { RisingPaper } from '../questions.ts'
import { gainOf, type Metric, type Window } from '../rising.ts'
import { gainSort, risingKey } from '../table/keys.ts'
import { getItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
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
  const ranked: Row<RisingPaper>[] = []
  for (const [paperId, points] of recentIn(item)) {
    const gain = gainOf(points, metric, window, now)
    if (gain) ranked.push({ node: { paperId, ...gain }, position: gainSort(gain.gained, paperId) })
  }
  ranked.sort((a, b) => (a.position < b.position ? 1 : -1))
  return pageOfRows(ranked, request, { descending: true, form: GAIN_FORM })
}
