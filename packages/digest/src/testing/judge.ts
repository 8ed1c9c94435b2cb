import { HOUR_MS } from '../when/zone.ts'
import { dueByLooking } from './due-oracle.ts'
import type { Sent, Simulated, Subscriber } from './simulation.ts'

export interface Judgement {
  mails: number
  papers: number
  /** Mails that left again because the first time was not known. */
  repeated: number
  /** What must not be, in sentences. */
  wrong: string[]
}

/** Holds a simulation against what a digest promises. */
export function judge({ subscribers, kills, unclear }: Simulated, end: number): Judgement {
  const wrong: string[] = []
  let [mails, papers, repeated] = [0, 0, 0]
  for (const subscriber of subscribers) {
    const distinct = new Map(subscriber.sent.map(sent => [sent.messageId, sent]))
    mails += distinct.size
    repeated += subscriber.sent.length - distinct.size
    papers += checkPapers(subscriber, [...distinct.values()], wrong)
    checkTimes(subscriber, end, wrong)
  }
  if (repeated > kills + unclear)
    wrong.push(`${repeated} mails left twice, but only ${kills + unclear} were uncertain`)
  return { mails, papers, repeated, wrong }
}

/** Each paper that matched when papers were chosen is in exactly one mail, and no other paper is in any. */
function checkPapers(
  { token, sent: all, choices, leftAt }: Subscriber,
  mails: Sent[],
  wrong: string[],
): number {
  const counts = new Map<string, number>()
  for (const { papers } of mails) for (const id of papers) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const [id, count] of counts) if (count > 1) wrong.push(`${token}: ${id} is in ${count} mails`)
  const matched = new Set(choices.flatMap(choice => choice.matched))
  for (const id of counts.keys()) if (!matched.has(id)) wrong.push(`${token}: ${id} never matched`)
  // A mail that was under way when its reader left is not sent any more.
  const settled = choices.filter(choice => leftAt === null || choice.at < leftAt - 24 * HOUR_MS)
  for (const id of new Set(settled.flatMap(choice => choice.matched)))
    if (!counts.has(id)) wrong.push(`${token}: ${id} matched and is in no mail`)
  const late = all.filter(({ at }) => leftAt !== null && at > leftAt)
  if (late.length) wrong.push(`${token}: ${late.length} mails after leaving`)
  return counts.size
}

/** Each hour that is due by the subscriber's clock has its papers chosen, once, within two hours; no other has. */
function checkTimes(subscriber: Subscriber, end: number, wrong: string[]): void {
  const { token, confirmedAt, leftAt, choices } = subscriber
  const until = Math.min(leftAt ?? end, end)
  const expected = dueByLooking(subscriber, confirmedAt, until)
  const chosen = new Set(choices.map(({ due }) => due))
  for (const due of chosen)
    if (!expected.includes(due)) wrong.push(`${token}: sent for ${due}, which is not due`)
  for (const due of expected)
    if (!chosen.has(due) && Date.parse(due) < until - 2 * HOUR_MS)
      wrong.push(`${token}: nothing chosen for ${due}`)
  for (const { due, at } of choices)
    if (at - Date.parse(due) > 2 * HOUR_MS)
      wrong.push(`${token}: chosen ${(at - Date.parse(due)) / HOUR_MS} h after ${due}`)
}
