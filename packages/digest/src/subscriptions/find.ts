import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Instant } from '../when/rhythm.ts'
import { fromItem, type Item } from './item.ts'
import { personKey, SUBSCRIPTIONS, subscriptionKey } from './keys.ts'
import type { Subscription, Token } from './subscription.ts'
import type { Table } from './table.ts'

const TOKEN = /^[\w-]{22}\.[\w-]{32}$/

/** The subscription of a token; null when there is none any more, or when the text is no token. */
export async function findSubscription(
  table: Table,
  token: Token,
  now: Instant,
): Promise<Subscription | null> {
  if (!TOKEN.test(token)) return null
  const get = new GetCommand({ TableName: table.name, Key: subscriptionKey(token), ConsistentRead: true })
  const { Item } = await table.client.send(get)
  return Item ? fromItem(Item as Item, now) : null
}

/** All subscriptions of a person. */
export async function subscriptionsOf(
  { client, name }: Table,
  person: string,
  now: Instant,
): Promise<Subscription[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': personKey(person), ':sk': SUBSCRIPTIONS },
    },
  )
  const found: Subscription[] = []
  for await (const { Items = [] } of pages)
    for (const item of Items) found.push(...[fromItem(item as Item, now)].filter(each => each !== null))
  return found
}
