import type { Html } from '../mail/html.ts'
import { html } from '../mail/html.ts'
import { filterInWords, hourInWords, localDayInWords, rhythmInWords, sentence } from '../mail/words.ts'
import { CONSENT_TEXT } from '../subscriptions/add.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { page } from './page.ts'

const field = (name: string, value: string, label: string, kind = ''): Html =>
  html`<form method="post"><input type="hidden" name="${name}" value="${value}"><button class="${kind}">${label}</button></form>`

const option = (value: string | number, label: string, chosen: string | number): Html =>
  value === chosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`

const about = (subscription: Subscription): Html =>
  html`${sentence(filterInWords(subscription.filter))}, ${rhythmInWords(subscription)}, to ${subscription.email}.`

const times = ({ every, hour, timeZone }: Subscription): Html => html`<h2>Change the times</h2>
<form class="times" method="post"><input type="hidden" name="change" value="1">
<label><select name="every" aria-label="How often">${[option('DAY', 'every day', every), option('WEEK', 'every Monday', every)]}</select></label>
<label>at <select name="hour">${Array.from({ length: 24 }, (_, each) => option(each, hourInWords(each), hour))}</select></label>
<label>Time zone <input name="timeZone" value="${timeZone}"></label>
<button>Change</button></form>`

const erase = html`<h2>Delete everything</h2>
<p class="soft">Removes all that is kept of your address, with every subscription that it has.</p>
${field('delete', '1', 'Delete everything')}`

/** The page of a subscription. It changes nothing: programs that follow links must not confirm or unsubscribe. */
export function subscriptionPage(subscription: Subscription, note: string | null = null): Response {
  const said = note && html`<p><strong>${note}</strong></p>`
  if (subscription.state === 'PENDING') {
    const body = html`${said}<p>${about(subscription)}</p><p>${CONSENT_TEXT}</p>${field('confirm', '1', 'Confirm', 'main')}
<p class="soft">Did you not ask for this? Close this page, and nothing is sent.</p>${erase}`
    return page(200, 'Confirm your subscription', body)
  }
  if (subscription.state === 'ENDED') {
    const body = html`${said}<p>No more mails are sent for this subscription.</p>
<h2>Start again</h2><p class="soft">You had: ${about(subscription)}</p><p>${CONSENT_TEXT}</p>${field('confirm', '1', 'Start again')}${erase}`
    return page(200, 'You are unsubscribed', body)
  }
  const { dueAt, timeZone } = subscription
  const body = html`${said}<p>${about(subscription)}</p>
<p class="soft">${dueAt && `The next mail is due on ${localDayInWords(dueAt, timeZone)}, if there are new papers then.`}</p>
<div id="unsubscribe">${field('List-Unsubscribe', 'One-Click', 'Unsubscribe', note === null ? 'main' : '')}</div>${times(subscription)}${erase}`
  return page(200, 'You are subscribed', body)
}

/** The page for an unknown token: mistyped, expired, or of a deleted subscription. */
export const unknownPage = (): Response =>
  page(
    404,
    'There is no such subscription',
    html`<p>The link is not whole, or the subscription was deleted. Nothing is mailed for it.</p>`,
  )
