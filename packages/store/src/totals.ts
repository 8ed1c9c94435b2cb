import type { Totals } from '@daily-papers/papers/entity.ts'
import { type Key, totalsKey } from './keys.ts'
import { getItems, type Table } from './requests.ts'
import { ITEM_VERSION } from './table.ts'

export const zeroTotals: Totals = { papers: 0, days: 0, author: 0, keyword: 0, organization: 0, account: 0 }

type TotalsItem = Totals & Key & { v: number }

export const totalsItem = (totals: Totals): TotalsItem => ({ ...totalsKey, v: ITEM_VERSION, ...totals })

/** The exact numbers of the whole table; zeros for an empty one. */
export async function readTotals(table: Table, consistent = false): Promise<Totals> {
  const [item] = await getItems<TotalsItem>(table, [totalsKey], { consistent })
  if (!item) return zeroTotals
  const { papers, days, author, keyword, organization, account } = item
  return { papers, days, author, keyword, organization, account }
}
