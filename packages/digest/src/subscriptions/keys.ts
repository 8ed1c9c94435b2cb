import type { Instant } from '../when/rhythm.ts'
import type { Key, Token } from './subscription.ts'

/** Partitions of the index of due subscriptions: an hour's due ones take one query each. */
export const DUE_PARTITIONS = ['0', '1', '2', '3'] as const

export const SUBSCRIPTIONS = 'SUBSCRIPTION#'

export const personKey = (person: string): string => `PERSON#${person}`

/** The key of a token. A token is the person's partition and the subscription's secret. */
export function subscriptionKey(token: Token): Key {
  const [person = '', id = ''] = token.split('.')
  return { pk: personKey(person), sk: `${SUBSCRIPTIONS}${id}` }
}

export function tokenOf({ pk, sk }: Key): Token {
  return `${pk.slice('PERSON#'.length)}.${sk.slice(SUBSCRIPTIONS.length)}`
}

export const addressKey = (person: string): Key => ({ pk: personKey(person), sk: 'ADDRESS' })

/** @param month The month that featured the papers, `YYYY-MM`. */
export function sentKey(token: Token, month: string): Key {
  const [person = '', id = ''] = token.split('.')
  return { pk: personKey(person), sk: `SENT#${id}#${month}` }
}

/** Counts confirmations: of a person by the day, or of all people (`everyone`) by the hour. */
export const confirmationsKey = (who: string, period: Instant): Key => ({
  pk: personKey(who),
  sk: `CONFIRMATIONS#${period}`,
})

export function duePartition(token: Token): string {
  return String(token.charCodeAt(token.length - 1) % DUE_PARTITIONS.length)
}
