import { confirmationMail } from '../mail/confirmation.ts'
import { html } from '../mail/html.ts'
import type { Ask } from '../papers/ask.ts'
import { problemOf } from '../papers/candidates.ts'
import { addPending } from '../subscriptions/add.ts'
import { personOf } from '../subscriptions/address.ts'
import { CONFIRMATIONS_A_DAY, countConfirmation } from '../subscriptions/count-confirmation.ts'
import { suppressionOf } from '../subscriptions/suppression.ts'
import type { Table } from '../subscriptions/table.ts'
import type { Send } from '../transport/transport.ts'
import { page } from './page.ts'
import { readFields } from './read-fields.ts'
import { Refused } from './refused.ts'
import { readWish } from './wish.ts'

/** What taking subscriptions needs from outside. */
export interface Subscribing {
  table: Table
  ask: Ask
  send: Send
  site: string
  now: () => number
  /** 32 characters of `[\w-]` that nobody can guess. */
  newSecret: () => string
  /** Confirmations that leave in an hour at most, to all addresses together. */
  hourlyCeiling: number
}

const SENT =
  'A confirmation is on its way, if the address can be reached. Nothing is mailed before you confirm it.'

/** `POST /subscriptions`: sends a confirmation. The answer is the same whether the address is known or not. */
export async function subscribe(request: Request, subscribing: Subscribing): Promise<Response> {
  const { table, ask, send, site, hourlyCeiling } = subscribing
  refuseOtherSites(request, site)
  const { page: form, ...wish } = readWish(await readFields(request))
  const problem = await problemOf(ask, wish.filter)
  if (problem) throw new Refused(400, `\`filter\` cannot be used: ${problem}`)

  const now = new Date(subscribing.now()).toISOString()
  const counted = await countConfirmation(table, wish.email, hourlyCeiling, now)
  if (counted === 'too many for the address') {
    const message = `${CONFIRMATIONS_A_DAY} confirmations went to this address today. Look for one in its spam folder, or ask again tomorrow.`
    throw new Refused(429, message, { 'retry-after': '86400' })
  }
  if (counted === 'too many for the hour')
    throw new Refused(429, 'Too many people subscribe at the moment. Ask again in an hour.', {
      'retry-after': '3600',
    })

  if ((await suppressionOf(table, personOf(wish.email))) === null) {
    const askedFrom = form ?? 'a request without a page'
    const subscription = await addPending(table, { ...wish, askedFrom }, subscribing.newSecret(), now)
    await send(confirmationMail(subscription, site))
  }
  if (wantsJson(request))
    return Response.json({ message: SENT }, { status: 202, headers: { 'cache-control': 'no-store' } })
  return page(
    202,
    'Look into your mailbox',
    html`<p>${SENT}</p><p class="soft">The link in it works for 7 days.</p>`,
  )
}

/** Whether the answer is read by a program: it sent JSON. */
export const wantsJson = (request: Request): boolean =>
  /^application\/json\b/i.test(request.headers.get('content-type') ?? '')

/** A page of another site must not subscribe its visitors. Programs, which say neither, may. */
function refuseOtherSites(request: Request, site: string): void {
  const from = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const isOurs = from
    ? from === 'same-origin' || from === 'none'
    : origin === null || origin === new URL(site).origin
  if (!isOurs) throw new Refused(403, `The form of another site cannot subscribe. Use the one at ${site}.`)
}
