import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { unpack } from '../items/pack.ts'
import { CHANGES, RUNS, stepsKey } from '../table/keys.ts'
import type { Table } from '../table/table.ts'
import { tableDefinition } from '../table/table-definition.ts'

type Item = Record<string, unknown>

/** Attributes that tell when something was recorded, not what. */
const TIMES = new Set(['at', 'filledAt'])

/** Partitions that tell how the table came to its state. */
const LOGS = new Set([RUNS, CHANGES, stepsKey.pk])

async function scan({ client, name }: Table, index?: string): Promise<Item[]> {
  const items: Item[] = []
  let ExclusiveStartKey: Item | undefined
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: !index,
        ExclusiveStartKey,
        ...(index ? { IndexName: index } : {}),
      }),
    )
    items.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return items
}

const readable = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => !TIMES.has(name))
      .map(([name, value]): [string, unknown] => [name, value instanceof Uint8Array ? unpack(value) : value])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/**
 * Everything a table and its indexes hold, decoded, recording times, run records, steps and emitted events aside:
 * two tables in the same state give equal contents.
 */
export async function contentsOf(table: Table): Promise<Record<string, Item[]>> {
  const order = (a: Item, b: Item): number => (`${a.pk}\n${a.sk}` < `${b.pk}\n${b.sk}` ? -1 : 1)
  const named = async (label: string, index?: string): Promise<[string, Item[]]> => {
    const items = (await scan(table, index)).filter(({ pk }) => !LOGS.has(String(pk)))
    return [label, items.map(readable).sort(order)]
  }
  return Object.fromEntries([
    await named('table'),
    ...(await Promise.all(tableDefinition.indexes.map(index => named(index.name, index.name)))),
  ])
}
