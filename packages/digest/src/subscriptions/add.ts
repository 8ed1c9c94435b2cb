import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Instant, Rhythm } from '../when/rhythm.ts'
import { personOf } from './address.ts'
import { DAY_S, seconds, toItem } from './item.ts'
import type { Filter, Subscription } from './subscription.ts'
import type { Table } from './table.ts'

/** How long a subscription waits for its confirmation. */
export const PENDING_DAYS = 7

export interface Wish extends Rhythm {
  email: string
  filter: Filter
  /** The page whose form asked, or how else it was asked. */
  askedFrom: string
}

/** The text beside the button that confirms, which the consent keeps. */
export const CONSENT_TEXT =
  'Mail me these papers at the times shown here, until I unsubscribe. My address is used for nothing else.'

/**
 * Adds a subscription that waits for its confirmation.
 * @param secret 32 characters of `[\w-]` that nobody can guess
 */
export async function addPending(
  table: Table,
  wish: Wish,
  secret: string,
  now: Instant,
): Promise<Subscription> {
  const { askedFrom, ...asked } = wish
  const subscription: Subscription = {
    ...asked,
    token: `${personOf(wish.email)}.${secret}`,
    state: 'PENDING',
    consent: { askedAt: now, askedFrom, text: CONSENT_TEXT, confirmedAt: null },
    dueAt: null,
    claim: null,
  }
  const Item = toItem(subscription, seconds(now) + PENDING_DAYS * DAY_S)
  await table.client.send(new PutCommand({ TableName: table.name, Item }))
  return subscription
}
