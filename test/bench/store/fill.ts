import { emittedBy } from '@daily-papers/papers/change.ts'
import type { DayReading } from '@daily-papers/store/reading.ts'
import { writeItems } from '@daily-papers/store/requests.ts'
import type { Table } from '@daily-papers/store/table.ts'
import { ITEM_VERSION } from '@daily-papers/store/table-definition.ts'
import { type DayItem, dayItem, type Rank } from '../../../packages/store/src/items/day-item.ts'
import { packText } from '../../../packages/store/src/items/pack.ts'
import {
  documentText,
  featuringItem,
  type PaperDocument,
  paperItem,
} from '../../../packages/store/src/items/paper-item.ts'

/** Writes papers, featurings and days alone, as the writer lays them out: fast enough for a table of any size. */
export async function putBare(table: Table, readings: readonly DayReading[]): Promise<void> {
  for (const { day, readAt, entries } of readings) {
    const ranks: Rank[] = []
    const items = entries.flatMap(({ entry: { description, featuring, counters } }) => {
      const document: PaperDocument = { ...description, featurings: [featuring] }
      const packed = packText(documentText(document))
      ranks.push({
        id: description.id,
        upvotes: counters.upvotes,
        publishedAt: description.publishedAt,
        before: null,
        after: null,
      })
      return [
        paperItem(document, counters, packed, readAt, emittedBy(counters, document.code)),
        featuringItem(day, description.id, counters, packed, '', readAt),
      ]
    })
    const days: DayItem = dayItem({
      v: ITEM_VERSION,
      day,
      ranks,
      hash: '',
      gone: new Map(),
      readAt,
      filledAt: readAt,
      settled: true,
    })
    await writeItems(
      table,
      [...items, days].map(put => ({ put })),
    )
  }
}
