import type { Totals } from '@daily-papers/papers/entity.ts'
import { FOLD_VERSION } from '@daily-papers/papers/names.ts'
import { type Key, totalsKey } from '../table/keys.ts'
import { getItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'

export const zeroTotals: Totals = { papers: 0, days: 0, author: 0, keyword: 0, organization: 0, account: 0 }

/** `fold`: the version of the rules that fold names into keys. */
type TotalsItem = Totals & Key & { v: number; fold: number }

export const totalsItem = (totals: Totals): TotalsItem => ({
  ...totalsKey,
  v: ITEM_VERSION,
  fold: FOLD_VERSION,
  ...totals,
})

function totalsIn(item: TotalsItem | undefined): Totals {
  if (!item) return zeroTotals
  const { papers, days, author, keyword, organization, account } = item
  return { papers, days, author, keyword, organization, account }
}

/** The exact counts of the whole table. Zeros for an empty table. */
export async function readTotals(table: Table, consistent = false): Promise<Totals> {
  const [item] = await getItems<TotalsItem>(table, [totalsKey], { consistent })
  return totalsIn(item)
}

/**
 * The same for a writer, by a consistent read.
 * @throws if another version of the code made the table, because keys or items would be misread
 */
export async function readTotalsToWrite(table: Table): Promise<Totals> {
  const [item] = await getItems<TotalsItem>(table, [totalsKey], { consistent: true })
  if (item && (item.v !== ITEM_VERSION || item.fold !== FOLD_VERSION))
    throw new Error(
      `The items of table ${table.name} have version ${item.v}.${item.fold}, ` +
        `but this code needs ${ITEM_VERSION}.${FOLD_VERSION}: run \`pnpm rebuild\`.`,
    )
  return totalsIn(item)
}
