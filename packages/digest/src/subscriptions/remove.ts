import { DeleteCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import { personKey } from './keys.ts'
import type { Key } from './subscription.ts'
import type { Table } from './table.ts'

/** Deletes all items of a person. Returns their number. */
export async function removePerson({ client, name }: Table, person: string): Promise<number> {
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': personKey(person) },
      ProjectionExpression: 'pk, sk',
    },
  )
  let removed = 0
  for await (const { Items = [] } of pages) {
    for (const { pk, sk } of Items as Key[]) {
      await client.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }))
      removed++
    }
  }
  return removed
}
