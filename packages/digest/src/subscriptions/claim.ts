import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Instant } from '../when/rhythm.ts'
import type { Due } from './due.ts'
import { isWritten } from './item.ts'
import { subscriptionKey } from './keys.ts'
import type { Claim, Token } from './subscription.ts'
import type { Table } from './table.ts'

const IS_STILL_DUE = '#state = :active AND dueAt = :due'

/**
 * Claims a mail, or takes over an expired claim. False when the mail is no longer due, or another sender has it.
 */
export function claimMail(table: Table, due: Due, claim: Claim, now: Instant): Promise<boolean> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: subscriptionKey(due.token),
    ConditionExpression: `${IS_STILL_DUE} AND (attribute_not_exists(claimUntil) OR claimUntil <= :now)`,
    UpdateExpression: 'SET claimPapers = :papers, claimMore = :more, claimUntil = :until',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':active': 'ACTIVE',
      ':due': due.at,
      ':now': now,
      ':papers': claim.papers,
      ':more': claim.more,
      ':until': claim.until,
    },
  })
  return isWritten(table.client.send(update))
}

/** Releases the claim, so that the next sender sends the same papers. Only for a mail that was certainly not sent. */
export function releaseClaim(table: Table, due: Due, claim: Claim, now: Instant): Promise<boolean> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: subscriptionKey(due.token),
    ConditionExpression: `${IS_STILL_DUE} AND claimUntil = :until`,
    UpdateExpression: 'SET claimUntil = :now',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':active': 'ACTIVE',
      ':due': due.at,
      ':until': claim.until,
      ':now': now,
    },
  })
  return isWritten(table.client.send(update))
}

/** The mail is sent, or there was nothing to send: the next one is due at `next`. */
export async function finishMail(table: Table, due: Due, claim: Claim | null, next: Instant): Promise<void> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: subscriptionKey(due.token),
    ConditionExpression: IS_STILL_DUE,
    UpdateExpression: 'SET dueAt = :next REMOVE claimPapers, claimMore, claimUntil',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':active': 'ACTIVE', ':due': due.at, ':next': next },
  })
  if (!(await isWritten(table.client.send(update))) && claim) await dropClaim(table, due.token, claim)
}

/** The subscriber chose another hour while the mail was being sent: the mail must not be repeated at that hour. */
async function dropClaim(table: Table, token: Token, claim: Claim): Promise<void> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: subscriptionKey(token),
    ConditionExpression: 'claimUntil = :until',
    UpdateExpression: 'REMOVE claimPapers, claimMore, claimUntil',
    ExpressionAttributeValues: { ':until': claim.until },
  })
  await isWritten(table.client.send(update))
}
