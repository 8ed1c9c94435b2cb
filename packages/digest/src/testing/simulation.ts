import { applyEvent } from '../feedback/apply.ts'
import type { SesEvent } from '../feedback/ses-event.ts'
import type { Message } from '../mail/message.ts'
import { answerLink } from '../pages/subscription-actions.ts'
import { type Ask, AskFailed } from '../papers/ask.ts'
import { deliver } from '../send/deliver.ts'
import { enqueueDue } from '../send/enqueue-due.ts'
import { addPending } from '../subscriptions/add.ts'
import type { Due } from '../subscriptions/due.ts'
import type { Filter, Token } from '../subscriptions/subscription.ts'
import type { Table } from '../subscriptions/table.ts'
import { NotSent, type Send } from '../transport/transport.ts'
import type { Instant, Rhythm } from '../when/rhythm.ts'
import { HOUR_MS, MINUTE_MS } from '../when/zone.ts'
import { chanceFrom, oneOf } from './chance.ts'
import { createProcess, Killed, mortalSend, mortalTable } from './mortal.ts'

const SITE = 'https://papers.example.org'

/** A mail that left, and what it carried. */
export interface Sent {
  at: number
  messageId: string
  papers: string[]
}

/** Papers that matched when a mail's papers were chosen. */
interface Choice {
  due: Instant
  at: number
  matched: string[]
}

export interface Subscriber extends Rhythm {
  token: Token
  email: string
  confirmedAt: number
  /** Unsubscribed, complained or bounced; null while mails are sent. */
  leftAt: number | null
  sent: Sent[]
  choices: Choice[]
}

export interface Simulated {
  subscribers: Subscriber[]
  kills: number
  throttled: number
  /** Calls of which the sender does not learn whether the mail left. */
  unclear: number
  /** How often the API did not answer. */
  unanswered: number
}

export interface SimulationOptions {
  table: Table
  ask: Ask
  clock: { now: number }
  subscriptions: number
  days: number
  kills: number
  seed: number
  filterOf: (chance: () => number) => Filter
  /** Called before each hour: the feed moves on. */
  beforeHour?: () => Promise<void>
  progress?: (day: number) => void
}

const ZONES = [
  ...([
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/Los_Angeles',
    'Asia/Kolkata',
    'Asia/Kathmandu',
  ] as const),
  ...([
    'Australia/Lord_Howe',
    'Australia/Sydney',
    'America/Santiago',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
  ] as const),
] as const

const secretFrom = (chance: () => number): string =>
  Array.from({ length: 32 }, () => 'abcdefghijklmnopqrstuvwxyzABCDEF'[Math.floor(chance() * 32)]).join('')

/** Weeks of a digest in minutes: people come and go, the sender is killed, and SES throttles, fails, bounces and complains. */
export async function simulate(options: SimulationOptions): Promise<Simulated> {
  const { table, clock, days } = options
  const chance = chanceFrom(options.seed)
  const now = () => clock.now
  const iso = () => new Date(clock.now).toISOString()
  const process = createProcess(chance)
  const result: Simulated = { subscribers: [], kills: 0, throttled: 0, unclear: 0, unanswered: 0 }
  const byToken = new Map<Token, Subscriber>()
  const reports: (() => Promise<void>)[] = []
  const post = (token: Token, form: Record<string, string>) =>
    answerLink(new Request(SITE, { method: 'POST', body: new URLSearchParams(form) }), token, { table, now })

  async function join(at: number): Promise<void> {
    const rhythm: Rhythm = {
      every: chance() < 0.8 ? 'DAY' : 'WEEK',
      hour: Math.floor(chance() * 24),
      timeZone: oneOf(chance, ZONES),
    }
    const wish = {
      ...rhythm,
      email: `reader-${at}@example.org`,
      filter: options.filterOf(chance),
      askedFrom: 'simulation',
    }
    const { token, email } = await addPending(table, wish, secretFrom(chance), iso())
    await post(token, { confirm: '1' })
    const subscriber = {
      ...rhythm,
      token,
      email,
      confirmedAt: clock.now,
      leftAt: null,
      sent: [],
      choices: [],
    }
    result.subscribers.push(subscriber)
    byToken.set(token, subscriber)
  }

  function report(subscriber: Subscriber): void {
    const kind = chance()
    const emailAddress = subscriber.email
    if (kind > 0.01) return
    reports.push(async () => {
      const complaint: SesEvent = {
        eventType: 'Complaint',
        complaint: { complainedRecipients: [{ emailAddress }] },
      }
      const bounceType = kind < 0.004 ? 'Permanent' : 'Transient'
      const bounce: SesEvent = {
        eventType: 'Bounce',
        bounce: { bounceType, bouncedRecipients: [{ emailAddress }] },
      }
      await applyEvent(table, kind < 0.002 ? complaint : bounce, clock.now)
      if (kind < 0.004) subscriber.leftAt ??= clock.now
      else
        await applyEvent(
          table,
          { eventType: 'Delivery', delivery: { recipients: [emailAddress] } },
          clock.now,
        )
    })
  }

  const viaSes: Send = async (message: Message) => {
    const token = message.headers['List-Unsubscribe']?.replace(/^.*\/|>$/g, '') ?? ''
    const subscriber = byToken.get(token)
    if (!subscriber) throw new Error(`a mail for nobody: ${message.to}`)
    const luck = chance()
    if (luck < 0.05) {
      result.throttled++
      throw new NotSent('SES: Maximum sending rate exceeded.')
    }
    const isUnclear = luck < 0.07
    if (isUnclear) result.unclear++
    if (isUnclear && luck < 0.06) throw new Error('SES did not answer')
    const papers = [...message.html.matchAll(/example\.org\/papers\/([\d.]+)"/g)].map(([, id = '']) => id)
    subscriber.sent.push({ at: clock.now, messageId: message.messageId, papers })
    report(subscriber)
    if (isUnclear) throw new Error('SES did not answer')
  }

  const sendingFor = (due: Due) => {
    const choices = byToken.get(due.token)?.choices
    const ask = async (document: string, variables: Record<string, unknown>) => {
      const answer = (await options.ask(document, variables)) as { papers?: { nodes: { paperId: string }[] } }
      if (answer.papers) {
        const ids = answer.papers.nodes.map(({ paperId }) => paperId)
        if (variables.after) choices?.at(-1)?.matched.push(...ids)
        else choices?.push({ due: due.at, at: clock.now, matched: ids })
      }
      return answer
    }
    return {
      table: mortalTable(table, process),
      ask: ask as Ask,
      send: mortalSend(viaSes, process),
      site: SITE,
      now,
    }
  }

  /** A message comes back after a failure, three times in all; the next hour finds what is left. */
  async function work(queue: Due[]): Promise<void> {
    let messages = chance() < 0.5 ? [...queue, ...queue.slice(0, 2)] : queue
    for (let received = 1; received <= 3 && messages.length; received++) {
      const back: Due[] = []
      for (const due of messages) {
        try {
          await deliver(due, sendingFor(due))
        } catch (error) {
          if (error instanceof Killed) {
            process.dieAfter = null
            result.kills++
          } else if (error instanceof AskFailed) result.unanswered++
          else if (!/^SES/.test((error as Error).message)) throw error
          back.push(due)
        }
      }
      messages = back
      clock.now += 6 * MINUTE_MS
    }
  }

  const hours = days * 24
  for (let hour = 0; hour < hours; hour++) {
    const start = clock.now
    await options.beforeHour?.()
    if (hour % 24 === 0) options.progress?.(hour / 24)
    const wanted = Math.min(
      options.subscriptions,
      Math.ceil((options.subscriptions * (hour + 1)) / (hours / 4)),
    )
    while (result.subscribers.length < wanted) await join(result.subscribers.length)
    for (const act of reports.splice(0)) await act()
    const leaver = oneOf(chance, result.subscribers as [Subscriber, ...Subscriber[]])
    if (leaver && chance() < (options.subscriptions * 0.15) / hours && leaver.leftAt === null) {
      await post(leaver.token, { 'List-Unsubscribe': 'One-Click' })
      leaver.leftAt = clock.now
    }
    if (chance() < ((options.kills - result.kills) / (hours - hour)) * 2 && result.kills < options.kills)
      process.dieAfter = Math.floor(chance() * 20)
    const queue: Due[] = []
    try {
      await enqueueDue(mortalTable(table, process), async due => void queue.push(...due), clock.now)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      process.dieAfter = null
      result.kills++
      queue.length = 0
      await enqueueDue(table, async due => void queue.push(...due), clock.now)
    }
    await work(queue)
    clock.now = start + HOUR_MS
  }
  return result
}
