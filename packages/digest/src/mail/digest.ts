import type { MailedPapers } from '../papers/mailed-papers.ts'
import type { Due } from '../subscriptions/due.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { digestHtml } from './digest-html.ts'
import type { Digest } from './digest-parts.ts'
import { digestText } from './digest-text.ts'
import { type Message, messageIdOf } from './message.ts'
import { counted, filterInWords, localDayInWords, rhythmInWords, sentence } from './words.ts'

/** So many papers are shown whole. */
const WHOLE = 50
/** And so many where there are more: Gmail cuts off what is longer than 102 KB. */
const WHOLE_OF_MANY = 20

/** One digest. A mail that is repeated has the same id. */
export function digestMail(
  subscription: Subscription,
  papers: Readonly<MailedPapers>,
  due: Due,
  site: string,
): Message {
  const { email, token, filter, timeZone, consent } = subscription
  const page = `${site}/subscriptions/${token}`
  const day = localDayInWords(due.at, timeZone)
  const words = filterInWords(filter)
  const count = counted(papers.length, 'new paper')
  const whole = papers.slice(0, papers.length > WHOLE ? WHOLE_OF_MANY : WHOLE)
  const others = papers.length > 1 ? ` and ${papers.length - 1} more` : ''
  const asked = consent.confirmedAt && localDayInWords(consent.confirmedAt, timeZone)
  const digest: Digest = {
    subject: `${shortened(papers[0].title, 70)}${others}`,
    day,
    what: words === 'all papers' ? count : `${count}${words.slice('papers'.length)}`,
    site,
    whole,
    brief: papers.slice(whole.length),
    why: `${sentence(rhythmInWords(subscription))}, this mail brings new ${words === 'all papers' ? 'papers' : words}. You asked for it${asked ? ` on ${asked}` : ''}.`,
    page,
  }
  const ids = papers.map(({ paperId }) => paperId).sort()
  return {
    to: email,
    subject: digest.subject,
    text: digestText(digest),
    html: digestHtml(digest),
    headers: {
      'List-Unsubscribe': `<${page}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    messageId: messageIdOf(`${token} ${due.at} ${ids}`, site),
  }
}

const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/[\s,;:.]*\S*$/, '')} …`
