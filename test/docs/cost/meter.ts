import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { CHANGES, historyKey, type Key, risingKey } from '@daily-papers/store/keys.ts'

/** Cost of some work at DynamoDB in billed units: a read unit is 4 KB, a write unit 1 KB. */
export interface Cost {
  requests: number
  readUnits: number
  /** All write units, raw entries and indexes included. */
  writeUnits: number
  /** Write units of raw entries. */
  rawUnits: number
  /** Write units of indexes. */
  indexUnits: number
  /** Write units of values over time: histories, changes, and the points of `rising`. */
  historyUnits: number
  changesUnits: number
  risingUnits: number
}

const READS = new Set(['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand'])
const WRITES = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand'])

/** Asks DynamoDB for the consumed capacity of every request of a client, and sums it. */
export function meter(client: DynamoDBDocumentClient): { take(): Cost } {
  const zero: Cost = {
    requests: 0,
    readUnits: 0,
    writeUnits: 0,
    rawUnits: 0,
    indexUnits: 0,
    historyUnits: 0,
    changesUnits: 0,
    risingUnits: 0,
  }
  let cost = { ...zero }
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        if (!READS.has(commandName) && !WRITES.has(commandName)) return next(args)
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } })
        const units = unitsIn(answer.output)
        cost.requests++
        if (READS.has(commandName)) cost.readUnits += units.all
        else cost.writeUnits += units.all
        if (WRITES.has(commandName)) cost.indexUnits += units.indexes
        // A batch holds items of one kind: a step writes kind after kind.
        const [{ pk = '', sk = '' } = {}] = keysIn(args.input)
        if (sk.startsWith('RAW#')) cost.rawUnits += units.all
        if (sk === historyKey('').sk) cost.historyUnits += units.all
        if (pk === CHANGES) cost.changesUnits += units.all
        if (pk === risingKey.pk) cost.risingUnits += units.all
        return answer
      },
    { step: 'initialize', name: 'meter', priority: 'high' },
  )
  return {
    take() {
      const taken = cost
      cost = { ...zero }
      return taken
    },
  }
}

function unitsIn(output: object): { all: number; indexes: number } {
  const said =
    'ConsumedCapacity' in output ? (output.ConsumedCapacity as ConsumedCapacity | ConsumedCapacity[]) : []
  const each = Array.isArray(said) ? said : [said]
  const sum = (units: (number | undefined)[]) => units.reduce<number>((all, one) => all + (one ?? 0), 0)
  return {
    all: sum(each.map(({ CapacityUnits }) => CapacityUnits)),
    indexes: sum(
      each.flatMap(({ GlobalSecondaryIndexes = {} }) =>
        Object.values(GlobalSecondaryIndexes).map(({ CapacityUnits }) => CapacityUnits),
      ),
    ),
  }
}

interface BatchInput {
  RequestItems?: Record<string, { PutRequest?: { Item: Key } }[]>
}

/** Keys of the items that a batch puts. */
const keysIn = (input: object): Key[] => {
  const { RequestItems = {} } = input as BatchInput
  return Object.values(RequestItems).flatMap(requests =>
    Array.isArray(requests) ? requests.flatMap(({ PutRequest }) => PutRequest?.Item ?? []) : [],
  )
}
