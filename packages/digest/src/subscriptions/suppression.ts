import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Instant } from '../when/rhythm.ts'
import { end } from './change.ts'
import { subscriptionsOf } from './find.ts'
import { isWritten } from './item.ts'
import { addressKey } from './keys.ts'
import type { Table } from './table.ts'

/** The number of soft bounces in a row that suppresses an address. */
export const SOFT_BOUNCES = 3

export type Suppressed = 'COMPLAINT' | 'BOUNCE' | 'SOFT_BOUNCES'

/** Why an address is suppressed. Null when it is not. */
export async function suppressionOf({ client, name }: Table, person: string): Promise<Suppressed | null> {
  const get = new GetCommand({ TableName: name, Key: addressKey(person), ConsistentRead: true })
  const { Item } = await client.send(get)
  return Item?.suppressed ?? null
}

/** Suppresses a person: first the mark that every sender checks, then the end of each subscription. */
export async function suppress(table: Table, person: string, why: Suppressed, now: Instant): Promise<void> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: addressKey(person),
    UpdateExpression: 'SET suppressed = :why, suppressedAt = :now',
    ExpressionAttributeValues: { ':why': why, ':now': now },
  })
  await table.client.send(update)
  for (const { token } of await subscriptionsOf(table, person, now)) await end(table, token, now)
}

/** Counts a soft bounce. The third in a row suppresses the address. */
export async function countSoftBounce(table: Table, person: string, now: Instant): Promise<void> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: addressKey(person),
    UpdateExpression: 'ADD softBounces :one',
    ExpressionAttributeValues: { ':one': 1 },
    ReturnValues: 'UPDATED_NEW',
  })
  const { Attributes } = await table.client.send(update)
  if (Attributes?.softBounces >= SOFT_BOUNCES) await suppress(table, person, 'SOFT_BOUNCES', now)
}

/** A delivered mail resets the count of bounces. */
export async function forgetSoftBounces({ client, name }: Table, person: string): Promise<void> {
  const update = new UpdateCommand({
    TableName: name,
    Key: addressKey(person),
    ConditionExpression: 'attribute_exists(softBounces)',
    UpdateExpression: 'REMOVE softBounces',
  })
  await isWritten(client.send(update))
}
