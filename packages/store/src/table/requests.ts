import { setTimeout as sleep } from 'node:timers/promises'
import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  BatchWriteCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { inParallel } from './in-parallel.ts'
import { type Key, keyText } from './keys.ts'
import type { Table } from './table.ts'

/** Options of a read: how it is sent, and a callback with its read units. */
function reading({ options: { signal, onRead } = {} }: Table) {
  return {
    asked: onRead ? { ReturnConsumedCapacity: 'TOTAL' as const } : {},
    sent: signal ? { abortSignal: signal } : {},
    took: (...capacities: (ConsumedCapacity | undefined)[]) =>
      onRead?.(capacities.reduce((sum, capacity) => sum + (capacity?.CapacityUnits ?? 0), 0)),
  }
}

export type Write = { put: Key } | { delete: Key }

export const KEYS_A_GET = 100
const ITEMS_A_WRITE = 25
const ATTEMPTS = 12

/** The same items in order, so many at a time; the last chunk may be shorter. */
export const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

/** Sends what is left until nothing is; DynamoDB may leave any part of a batch undone when it throttles or the answer is large. */
async function untilDone<T>(what: string, first: T[], send: (left: T[]) => Promise<T[]>): Promise<void> {
  let left = first
  for (let idle = 0; left.length > 0; ) {
    const still = await send(left)
    idle = still.length < left.length ? 0 : idle + 1
    if (idle >= ATTEMPTS)
      throw new Error(`DynamoDB did not process ${still.length} ${what} in ${ATTEMPTS} attempts`)
    if (still.length > 0 && idle > 0) await sleep(Math.min(25 * 2 ** idle, 2_000))
    left = still
  }
}

/** Items by key, in the order of the keys; undefined where there is none. One request for up to 100 keys. */
export async function getItems<T extends Key>(
  table: Table,
  keys: readonly Key[],
  options: { consistent?: boolean } = {},
): Promise<(T | undefined)[]> {
  const gather = options.consistent ? table.gatherConsistent : table.gather
  if (gather) return (await Promise.all(keys.map(key => gather.load(key)))) as (T | undefined)[]
  const { asked, sent, took } = reading(table)
  const found = new Map<string, T>()
  const distinct = [...new Map(keys.map(({ pk, sk }) => [keyText({ pk, sk }), { pk, sk }])).values()]
  await inParallel(chunksOf(distinct, KEYS_A_GET), chunk =>
    untilDone('keys', chunk, async left => {
      const answer = await table.client.send(
        new BatchGetCommand({
          RequestItems: { [table.name]: { Keys: left, ConsistentRead: options.consistent ?? false } },
          ...asked,
        }),
        sent,
      )
      took(...(answer.ConsumedCapacity ?? []))
      for (const item of (answer.Responses?.[table.name] ?? []) as T[]) found.set(keyText(item), item)
      return (answer.UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[]
    }),
  )
  return keys.map(key => found.get(keyText(key)))
}

/**
 * Puts and deletes, each item at most once. Not atomic: what must hold together is kept so by the order of calls and the journal.
 * @param check Called before each request; throws when nothing more may be written.
 */
export async function writeItems(
  table: Table,
  writes: readonly Write[],
  check: () => void = () => {},
): Promise<void> {
  await inParallel(chunksOf(writes, ITEMS_A_WRITE), chunk =>
    untilDone('writes', chunk.map(requestOf), async left => {
      check()
      const answer = await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: left } }))
      return (answer.UnprocessedItems?.[table.name] ?? []) as typeof left
    }),
  )
}

type WriteRequest = { PutRequest: { Item: Key } } | { DeleteRequest: { Key: Key } }

const requestOf = (write: Write): WriteRequest =>
  'put' in write
    ? { PutRequest: { Item: write.put } }
    : { DeleteRequest: { Key: { pk: write.delete.pk, sk: write.delete.sk } } }

/** A range of a partition, or of an index's partition, between two sort strings, both included. */
export interface KeyRange {
  partition: string
  from?: string | null
  to?: string | null
  index?: { name: string; partitionKey: string; sortKey: string }
}

export interface QueryOptions {
  descending?: boolean
  limit?: number
  startKey?: Record<string, string> | undefined
  consistent?: boolean
  /** Attributes to read; all when absent. */
  only?: readonly string[]
}

/** One Query request. */
export async function queryOnce<T>(
  table: Table,
  keyRange: KeyRange,
  options: QueryOptions = {},
): Promise<{ items: T[]; startKey: Record<string, string> | undefined }> {
  const { asked, sent, took } = reading(table)
  const answer = await table.client.send(
    new QueryCommand({ ...queryInput(table.name, keyRange, options), ...asked }),
    sent,
  )
  took(answer.ConsumedCapacity)
  return {
    items: (answer.Items ?? []) as T[],
    startKey: answer.LastEvaluatedKey as Record<string, string> | undefined,
  }
}

/** The items of a range, page by page: one request for each megabyte. */
export async function* queryPages<T>(
  table: Table,
  keyRange: KeyRange,
  options: QueryOptions = {},
): AsyncGenerator<T[]> {
  let startKey: Record<string, string> | undefined
  do {
    const page = await queryOnce<T>(table, keyRange, { ...options, startKey })
    yield page.items
    startKey = page.startKey
  } while (startKey)
}

/** All items of a range: one request for each megabyte. */
export async function queryAll<T>(
  table: Table,
  keyRange: KeyRange,
  options: QueryOptions = {},
): Promise<T[]> {
  const all: T[] = []
  for await (const items of queryPages<T>(table, keyRange, options)) all.push(...items)
  return all
}

/** Items of the whole table, page by page: one request for each megabyte. For maintenance only. */
export async function* scanPages<T>(
  table: Table,
  input: Omit<ScanCommandInput, 'TableName'>,
): AsyncGenerator<T[]> {
  let startKey: Record<string, unknown> | undefined
  do {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ...input,
        ...(startKey ? { ExclusiveStartKey: startKey } : {}),
      }),
    )
    yield (page.Items ?? []) as T[]
    startKey = page.LastEvaluatedKey
  } while (startKey)
}

/** The keys of everything in the table. For maintenance only: it reads the whole table. */
export async function scanKeys(table: Table): Promise<Key[]> {
  const keys: Key[] = []
  const input = { ProjectionExpression: 'pk, sk', ConsistentRead: true }
  for await (const page of scanPages<Key>(table, input)) keys.push(...page)
  return keys
}

function queryInput(name: string, keyRange: KeyRange, options: QueryOptions): QueryCommandInput {
  const { partition, from = null, to = null, index } = keyRange
  const sorted =
    from !== null && to !== null
      ? ' AND #sk BETWEEN :from AND :to'
      : from !== null
        ? ' AND #sk >= :from'
        : to !== null
          ? ' AND #sk <= :to'
          : ''
  const only = options.only ?? []
  return {
    TableName: name,
    ...(index ? { IndexName: index.name } : {}),
    KeyConditionExpression: `#pk = :pk${sorted}`,
    ExpressionAttributeNames: {
      '#pk': index?.partitionKey ?? 'pk',
      ...(sorted ? { '#sk': index?.sortKey ?? 'sk' } : {}),
      ...Object.fromEntries(only.map((attribute, i) => [`#a${i}`, attribute])),
    },
    ExpressionAttributeValues: {
      ':pk': partition,
      ...(from === null ? {} : { ':from': from }),
      ...(to === null ? {} : { ':to': to }),
    },
    ...(only.length ? { ProjectionExpression: only.map((_, i) => `#a${i}`).join(', ') } : {}),
    ScanIndexForward: !options.descending,
    ConsistentRead: options.consistent ?? false,
    ...(options.limit === undefined ? {} : { Limit: options.limit }),
    ...(options.startKey ? { ExclusiveStartKey: options.startKey } : {}),
  }
}
