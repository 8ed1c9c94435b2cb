import { digestMail } from '../mail/digest.ts'
import type { Ask } from '../papers/ask.ts'
import { candidates } from '../papers/candidates.ts'
import { type MailedPapers, mailedPapers } from '../papers/mailed-papers.ts'
import { personOf } from '../subscriptions/address.ts'
import { end } from '../subscriptions/change.ts'
import { claimMail, finishMail, releaseClaim } from '../subscriptions/claim.ts'
import type { Due } from '../subscriptions/due.ts'
import { findSubscription } from '../subscriptions/find.ts'
import { notSent, rememberSent } from '../subscriptions/sent.ts'
import type { Claim, Subscription } from '../subscriptions/subscription.ts'
import { suppressionOf } from '../subscriptions/suppression.ts'
import type { Table } from '../subscriptions/table.ts'
import { NotSent, type Send } from '../transport/transport.ts'
import { nextDue, windowStart } from '../when/next-due.ts'
import type { Instant } from '../when/rhythm.ts'

/** Dependencies of sending a mail. */
export interface Sending {
  table: Table
  ask: Ask
  send: Send
  /** The address of the pages behind the links, without a slash at the end. */
  site: string
  now: () => number
}

/** `not due`: it was sent, changed or ended meanwhile, or another sender has it. */
export type Outcome = 'sent' | 'nothing new' | 'suppressed' | 'not due'

/** A claim lasts longer than the sender's time limit, so that only a dead sender loses it. */
export const CLAIM_MS = 5 * 60_000
/** The most papers of a mail; further ones follow in another. */
export const PAPERS_A_MAIL = 300

/**
 * Sends what is due. The order of the steps decides what a crash can do:
 * choose the papers, claim the mail with them, remember them as sent, send, and finish. A sender that dies leaves its
 * claim, and the next one sends that same mail. It repeats a mail only when the first one died between `send` and
 * `finishMail`.
 */
export async function deliver(due: Due, sending: Sending): Promise<Outcome> {
  const { table, ask, send, site } = sending
  const at = (): Instant => new Date(sending.now()).toISOString()
  const subscription = await findSubscription(table, due.token, at())
  if (subscription?.state !== 'ACTIVE' || subscription.dueAt !== due.at) return 'not due'
  if (await suppressionOf(table, personOf(subscription.email))) {
    await end(table, due.token, at())
    return 'suppressed'
  }

  const chosen = subscription.claim ?? (await choose(subscription, sending))
  const [first, ...others] = await mailedPapers(ask, chosen.papers)
  const next = (): Instant => (chosen.more ? due.at : nextDue(subscription, at()))
  if (!first) {
    await finishMail(table, due, null, next())
    return 'nothing new'
  }

  const papers: MailedPapers = [first, ...others]
  const claim: Claim = { ...chosen, until: new Date(sending.now() + CLAIM_MS).toISOString() }
  if (!(await claimMail(table, due, claim, at()))) return 'not due'
  await rememberSent(table, due.token, papers, at())
  try {
    await send(digestMail(subscription, papers, due, site))
  } catch (error) {
    if (error instanceof NotSent) await releaseClaim(table, due, claim, at())
    throw error
  }
  await finishMail(table, due, claim, next())
  if (claim.more) await deliver(due, sending)
  return 'sent'
}

/** The papers of a mail: they match now, were featured within the window, and were in no earlier mail. */
async function choose(
  subscription: Subscription,
  { table, ask, now }: Sending,
): Promise<Omit<Claim, 'until'>> {
  const from = windowStart(subscription.every, new Date(now()).toISOString())
  const matching = await candidates(ask, subscription.filter, from)
  const ids = (await notSent(table, subscription.token, matching)).map(({ paperId }) => paperId)
  return { papers: ids.slice(0, PAPERS_A_MAIL), more: ids.length > PAPERS_A_MAIL }
}
