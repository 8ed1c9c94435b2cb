import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import type { Instant } from '../when/rhythm.ts'
import { duePartition, subscriptionKey, tokenOf } from './keys.ts'
import type { Consent, Filter, Key, State, Subscription } from './subscription.ts'

/** The item of a subscription. */
export interface Item extends Key {
  email: string
  /** JSON: names of its fields need no escaping then. */
  filter: string
  every: 'DAY' | 'WEEK'
  hour: number
  timeZone: string
  state: State
  consent: Consent
  dueIn?: string
  dueAt?: Instant
  claimPapers?: string[]
  claimMore?: boolean
  claimUntil?: Instant
  /** Seconds since 1970, from when on DynamoDB may remove it; absent while it is active. */
  expires?: number
}

export const DAY_S = 86_400

export const seconds = (at: Instant): number => Math.floor(Date.parse(at) / 1_000)

export function toItem(subscription: Subscription, expires: number): Item {
  const { token, filter, dueAt, claim, ...rest } = subscription
  return {
    ...subscriptionKey(token),
    ...rest,
    filter: JSON.stringify(filter),
    ...(dueAt && { dueAt, dueIn: duePartition(token) }),
    ...(claim && { claimPapers: claim.papers, claimMore: claim.more, claimUntil: claim.until }),
    expires,
  }
}

/** Null when it has expired, because DynamoDB deletes expired items days later. */
export function fromItem(item: Item, now: Instant): Subscription | null {
  if (item.expires !== undefined && item.expires <= seconds(now)) return null
  const { email, every, hour, timeZone, state, consent, dueAt = null } = item
  const { claimPapers: papers, claimMore: more = false, claimUntil: until = '' } = item
  const filter: Filter = JSON.parse(item.filter)
  const claim = papers ? { papers, more, until } : null
  return { token: tokenOf(item), email, filter, every, hour, timeZone, state, consent, dueAt, claim }
}

/** Whether a conditional write was made. Other failures are thrown. */
export async function isWritten(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
