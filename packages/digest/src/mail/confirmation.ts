import { PENDING_DAYS } from '../subscriptions/add.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { wrap } from './digest-text.ts'
import { html } from './html.ts'
import { button, layout, masthead, row } from './layout.ts'
import { type Message, messageIdOf } from './message.ts'
import { light } from './style.ts'
import { rhythmInWords } from './words.ts'

/**
 * The one mail that goes to an address before it has confirmed. It repeats nothing that whoever asked has typed, so that
 * nobody can send words of their own to strangers.
 */
export function confirmationMail(subscription: Subscription, site: string): Message {
  const page = `${site}/subscriptions/${subscription.token}`
  const subject = 'Confirm your papers by mail'
  const asked = `Somebody, most likely you, asked ${site} to mail papers to this address, ${rhythmInWords(subscription)}.`
  const ignore = `If it was not you, ignore this mail: nothing else is sent, and the address is deleted after ${PENDING_DAYS} days.`
  const small = `color:${light.soft};font-size:14px;line-height:21px`
  return {
    to: subscription.email,
    subject,
    text: `${['DAILY PAPERS', wrap(asked), `See the details and confirm: ${page}`, wrap(ignore)].join('\n\n')}\n`,
    html: layout(subject, asked, [
      masthead('Papers by mail'),
      row(
        html`<h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">${subject}</h1>
<div style="font-size:16px;line-height:25px;padding-bottom:20px">${asked}</div>
${button(page, 'See the details and confirm')}
<div class="s" style="${small};padding-top:20px">${ignore}</div>`,
        '12px 32px 32px',
      ),
    ]),
    headers: { 'Auto-Submitted': 'auto-generated' },
    messageId: messageIdOf(`confirm ${subscription.token}`, site),
  }
}
