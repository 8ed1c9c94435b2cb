import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Instant } from '../when/rhythm.ts'
import { end } from './change.ts'
import { subscriptionsOf } from './find.ts'
import { isWritten, type Table } from './item.ts'
import { addressKey } from './keys.ts'

/** Bounces that may pass, one after the other, before an address is given up. */
export const SOFT_BOUNCES = 3

export type Suppressed = 'COMPLAINT' | 'BOUNCE' | 'SOFT_BOUNCES'

/** Why nothing more is sent to a person; null when mails are sent. */
export async function suppressionOf({ client, name }: Table, person: string): Promise<Suppressed | null> {
  const get = new GetCommand({ TableName: name, Key: addressKey(person), ConsistentRead: true })
  const { Item } = await client.send(get)
  return Item?.suppressed ?? null
}

/** Sends nothing more to a person: first the mark that every sender looks at, then the end of each subscription. */
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

/** Counts a bounce that may pass; the third in a row suppresses. */
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

/** A mail arrived: bounces before it were no row. */
export async function forgetSoftBounces({ client, name }: Table, person: string): Promise<void> {
  const update = new UpdateCommand({
    TableName: name,
    Key: addressKey(person),
    ConditionExpression: 'attribute_exists(softBounces)',
    UpdateExpression: 'REMOVE softBounces',
  })
  await isWritten(client.send(update))
}
