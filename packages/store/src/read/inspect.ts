import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { unpack } from '../items/pack.ts'
import { documentOf, type FeaturingItem, type PaperItem } from '../items/paper-item.ts'
import { featuringKey, type Key, paperKey } from '../table/keys.ts'
import { getItems, queryAll } from '../table/requests.ts'
import type { Table } from '../table/table.ts'

/** All items that the table holds of a paper, packed attributes decoded. Empty when it does not know the paper. */
export async function inspectPaper(
  client: DynamoDBDocumentClient,
  tableName: string,
  id: string,
): Promise<object[]> {
  const table: Table = { client, name: tableName }
  const items = await queryAll<Key>(table, { partition: paperKey(id).pk }, { consistent: true })
  const paper = items.find(item => item.sk === paperKey(id).sk) as PaperItem | undefined
  const days = paper ? documentOf(paper).featurings.map(({ day }) => day) : []
  const rows = await getItems<FeaturingItem>(
    table,
    days.map(day => featuringKey(day, id)),
    { consistent: true },
  )
  return [...items, ...rows.filter(row => row !== undefined)].map(item =>
    Object.fromEntries(
      Object.entries<unknown>(item).map(([name, value]): [string, unknown] => [
        name,
        value instanceof Uint8Array ? unpack(value) : value,
      ]),
    ),
  )
}
