import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Instant } from '../when/rhythm.ts'
import { mailboxOf, personOf } from './address.ts'
import { DAY_S, isWritten, seconds } from './item.ts'
import { confirmationsKey } from './keys.ts'
import type { Key } from './subscription.ts'
import type { Table } from './table.ts'

/** The most confirmations for one mailbox in a day. */
export const CONFIRMATIONS_A_DAY = 3

async function countBelow(table: Table, key: Key, most: number, now: Instant): Promise<boolean> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: key,
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
    UpdateExpression: 'ADD #count :one SET expires = :expires',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: { ':most': most, ':one': 1, ':expires': seconds(now) + 2 * DAY_S },
  })
  return isWritten(table.client.send(update))
}

/**
 * Counts a confirmation that is about to be sent. It counts addresses that are known or suppressed like any other,
 * so that the answer tells nothing about them.
 */
export async function countConfirmation(
  table: Table,
  email: string,
  hourlyCeiling: number,
  now: Instant,
): Promise<'counted' | 'too many for the address' | 'too many for the hour'> {
  const ofMailbox = confirmationsKey(personOf(mailboxOf(email)), now.slice(0, 10))
  if (!(await countBelow(table, ofMailbox, CONFIRMATIONS_A_DAY, now))) return 'too many for the address'
  const ofAll = confirmationsKey('everyone', now.slice(0, 13))
  return (await countBelow(table, ofAll, hourlyCeiling, now)) ? 'counted' : 'too many for the hour'
}
