import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../subscriptions/table.ts'
import { meets, type Named, updated } from './expression.ts'

type Item = Record<string, unknown>

interface Input extends Named {
  Key?: Item
  Item?: Item
  ConditionExpression?: string
  UpdateExpression?: string
  KeyConditionExpression?: string
}

/** A table in this process's memory, fifty times as fast as an engine, for long simulations. */
export function memoryTable(): Table {
  const partitions = new Map<string, Map<string, Item>>()
  const partition = (pk: unknown): Map<string, Item> => {
    const found = partitions.get(String(pk)) ?? new Map<string, Item>()
    partitions.set(String(pk), found)
    return found
  }
  const check = (input: Input, item: Item | undefined) => {
    const { ConditionExpression: condition } = input
    if (condition && !meets(condition, item ?? {}, input))
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} })
  }
  const actions: Record<string, (input: Input) => Item> = {
    GetCommand: ({ Key }) => ({ Item: partition(Key?.pk).get(String(Key?.sk)) }),
    PutCommand(input) {
      partition(input.Item?.pk).set(String(input.Item?.sk), { ...input.Item })
      return {}
    },
    UpdateCommand(input) {
      const { Key = {}, UpdateExpression = '' } = input
      const item = partition(Key.pk).get(String(Key.sk))
      check(input, item)
      const Attributes = updated(UpdateExpression, item ?? Key, input)
      partition(Key.pk).set(String(Key.sk), Attributes)
      return { Attributes }
    },
    DeleteCommand({ Key }) {
      partition(Key?.pk).delete(String(Key?.sk))
      return {}
    },
    QueryCommand(input) {
      const { KeyConditionExpression = '', ExpressionAttributeValues: values = {} } = input
      const among = ':pk' in values ? [partition(values[':pk'])] : [...partitions.values()]
      const items = among.flatMap(each => [...each.values()])
      return { Items: items.filter(item => meets(KeyConditionExpression, item, input)) }
    },
  }
  const client: DynamoDBDocumentClient = Object.create(DynamoDBDocumentClient.prototype, {
    send: {
      value: async (command: { input: Input; constructor: { name: string } }) => {
        const act = actions[command.constructor.name]
        if (!act) throw new Error(`the table in memory knows no ${command.constructor.name}`)
        return act(command.input)
      },
    },
  })
  return { client, name: 'in-memory' }
}
