import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { nextDue } from '../when/next-due.ts'
import type { Instant, Rhythm } from '../when/rhythm.ts'
import { DAY_S, isWritten, seconds } from './item.ts'
import { duePartition, subscriptionKey } from './keys.ts'
import type { Subscription, Token } from './subscription.ts'
import type { Table } from './table.ts'

/** How long the links of an ended subscription still answer. */
const ENDED_DAYS = 30

/** Starts the subscription, or starts it again. False when it was deleted meanwhile. */
export function activate(table: Table, subscription: Subscription, now: Instant): Promise<boolean> {
  const { token, consent } = subscription
  const update = new UpdateCommand({
    TableName: table.name,
    Key: subscriptionKey(token),
    ConditionExpression: '#state IN (:pending, :ended)',
    UpdateExpression: 'SET #state = :active, consent = :consent, dueIn = :in, dueAt = :at REMOVE expires',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':pending': 'PENDING',
      ':ended': 'ENDED',
      ':active': 'ACTIVE',
      ':consent': { ...consent, confirmedAt: now },
      ':in': duePartition(token),
      ':at': nextDue(subscription, now),
    },
  })
  return isWritten(table.client.send(update))
}

/** Sends at other times from now on. False when the subscription is not active. A mail that is being sent is not lost. */
export function changeRhythm(table: Table, token: Token, rhythm: Rhythm, now: Instant): Promise<boolean> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: subscriptionKey(token),
    ConditionExpression: '#state = :active',
    UpdateExpression: 'SET #every = :every, #hour = :hour, #zone = :zone, dueAt = :at',
    ExpressionAttributeNames: { '#state': 'state', '#every': 'every', '#hour': 'hour', '#zone': 'timeZone' },
    ExpressionAttributeValues: {
      ':active': 'ACTIVE',
      ':every': rhythm.every,
      ':hour': rhythm.hour,
      ':zone': rhythm.timeZone,
      ':at': nextDue(rhythm, now),
    },
  })
  return isWritten(table.client.send(update))
}

/** Ends the subscription at once. The links work for a while, so that the end can be seen and undone. */
export function end(table: Table, token: Token, now: Instant): Promise<boolean> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: subscriptionKey(token),
    ConditionExpression: '#state IN (:active, :pending)',
    UpdateExpression:
      'SET #state = :ended, expires = :expires REMOVE dueIn, dueAt, claimPapers, claimMore, claimUntil',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':active': 'ACTIVE',
      ':pending': 'PENDING',
      ':ended': 'ENDED',
      ':expires': seconds(now) + ENDED_DAYS * DAY_S,
    },
  })
  return isWritten(table.client.send(update))
}
