import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Point } from '../history.ts'
import { type Changes, type ChangesItem, changesIn } from '../items/change-item.ts'
import type { ForgottenItem } from '../items/forgotten-item.ts'
import { type HistoryItem, pointsIn } from '../items/history-item.ts'
import { CHANGES, FORGOTTEN, HISTORY, type Key, paperOfKey } from '../table/keys.ts'
import { scanPages } from '../table/requests.ts'

/**
 * What the feed can't give again: a paper's history, the changes of a step, or a person who asked to be left out. No
 * line names an author or an account of a paper.
 */
export type HistoryLine = { paper: string; points: readonly Point[] } | Changes | { forgotten: string }

/** Every such line of a table, in no order. Reads the whole table, eventually consistent. */
export async function* readHistoryLines(
  client: DynamoDBDocumentClient,
  tableName: string,
): AsyncGenerator<HistoryLine[]> {
  const pages = scanPages<Key>(
    { client, name: tableName },
    {
      FilterExpression: 'sk = :history OR pk IN (:changes, :forgotten)',
      ExpressionAttributeValues: { ':history': HISTORY, ':changes': CHANGES, ':forgotten': FORGOTTEN },
    },
  )
  for await (const items of pages) yield items.map(lineOf)
}

function lineOf(item: Key): HistoryLine {
  if (item.pk === CHANGES) return { stamp: item.sk, changes: changesIn(item as ChangesItem) }
  if (item.pk === FORGOTTEN) return { forgotten: (item as ForgottenItem).who }
  return { paper: paperOfKey(item), points: pointsIn(item as HistoryItem) }
}
