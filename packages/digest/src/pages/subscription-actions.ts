import { html } from '../mail/html.ts'
import { personOf } from '../subscriptions/address.ts'
import { activate, changeRhythm, end } from '../subscriptions/change.ts'
import { findSubscription, subscriptionsOf } from '../subscriptions/find.ts'
import { removePerson } from '../subscriptions/remove.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { suppressionOf } from '../subscriptions/suppression.ts'
import type { Table } from '../subscriptions/table.ts'
import { page } from './page.ts'
import { readFields } from './read-fields.ts'
import { Refused } from './refused.ts'
import { subscriptionPage, unknownPage } from './subscription.ts'
import { readRhythm } from './wish.ts'

/** The most active subscriptions of one address. */
const SUBSCRIPTIONS_AT_ONCE = 20

/** Dependencies of the pages behind the links of mails. They send nothing. */
export interface Links {
  table: Table
  now: () => number
}

/** `GET` and `POST /subscriptions/<token>`. Only POST changes anything. */
export async function answerLink(request: Request, token: string, links: Links): Promise<Response> {
  const now = new Date(links.now()).toISOString()
  const subscription = await findSubscription(links.table, token, now)
  if (!subscription) return unknownPage()
  if (request.method !== 'POST') return subscriptionPage(subscription)
  const note = await act(await readFields(request), subscription, links.table, now)
  const changed = await findSubscription(links.table, token, now)
  if (changed) return subscriptionPage(changed, note)
  return page(
    200,
    'Everything is deleted',
    html`<p>Nothing is kept of your address, and nothing more is mailed to it.</p>`,
  )
}

async function act(
  fields: Record<string, unknown>,
  subscription: Subscription,
  table: Table,
  now: string,
): Promise<string | null> {
  const { token, email, state } = subscription
  if (fields['List-Unsubscribe'] === 'One-Click') {
    await end(table, token, now)
    return null
  }
  if (fields.delete) {
    await removePerson(table, personOf(email))
    return null
  }
  if (fields.change) {
    if (await changeRhythm(table, token, readRhythm(fields), now)) return 'The times are changed.'
    throw new Refused(409, 'The times can be changed while the subscription is active. Confirm it first.')
  }
  if (fields.confirm) {
    if (state !== 'ACTIVE') {
      await refuseUnreachable(table, subscription, now)
      await activate(table, subscription, now)
    }
    // The title says it.
    return ''
  }
  throw new Refused(
    400,
    'Send one of `confirm=1`, `List-Unsubscribe=One-Click`, `change=1` with the times, or `delete=1`.',
  )
}

async function refuseUnreachable(table: Table, { email }: Subscription, now: string): Promise<void> {
  const person = personOf(email)
  if (await suppressionOf(table, person)) {
    const why =
      'Mails to this address bounced, or were reported as spam. Nothing more is sent to it. Use another address, or ask whoever runs this site.'
    throw new Refused(409, why)
  }
  const all = await subscriptionsOf(table, person, now)
  if (all.filter(({ state }) => state === 'ACTIVE').length >= SUBSCRIPTIONS_AT_ONCE)
    throw new Refused(
      409,
      `An address can have ${SUBSCRIPTIONS_AT_ONCE} subscriptions. End one of them first.`,
    )
}
