import { addDays, daysFrom, lastDays } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import type { Refreshes } from '@daily-papers/store/runs.ts'
import { z } from 'zod'
import { daysToRefresh } from '../schedule.ts'

/** What an invocation reads. */
export interface Work {
  source: 'schedule' | 'message' | 'hand'
  /** Each day once. */
  days: Day[]
  /**
   * The messages of an SQS batch, for the partial response. A null day is an unreadable message. Empty for other
   * sources.
   */
  messages: { messageId: string; day: Day | null }[]
}

/** The most days of one invocation by hand. Use the backfill queue for more. */
const MAX_DAYS_BY_HAND = 100
/** The days of an empty event, and of the first run after a deployment. */
const FIRST_DAYS = 7

const ACCEPTED = [
  '{"scheduledTime": instant} from EventBridge Scheduler',
  'the event of an EventBridge schedule rule, with "time"',
  'a batch of SQS messages whose body is {"day": day}',
  `{"day": day}, {"from": day, "to": day} (at most ${MAX_DAYS_BY_HAND} days), {"days": number}, or {} for the last ${FIRST_DAYS} days`,
].join('; ')

const day = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const scheduled = z.object({ scheduledTime: instant })
const rule = z.object({ 'detail-type': z.string(), time: instant })
const batch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })).min(1) })
const oneDay = z.strictObject({ day })
const range = z.strictObject({ from: day, to: day.optional() })
const last = z.strictObject({ days: z.int().min(1).max(MAX_DAYS_BY_HAND).default(FIRST_DAYS) })

/**
 * The days that an event asks for, newest first except in a batch.
 * @param refreshes When scheduled runs last reached how far back, to make up for missed ones.
 * @throws Error naming the accepted forms
 */
export function workOf(event: unknown, now: number, refreshes: Refreshes = {}): Work {
  const today = new Date(now).toISOString().slice(0, 10)
  const byHand = (days: Day[]): Work => ({ source: 'hand', days, messages: [] })

  const atTime = scheduled.safeParse(event)
  if (atTime.success) return bySchedule(atTime.data.scheduledTime, refreshes)
  const atRule = rule.safeParse(event)
  if (atRule.success) return bySchedule(atRule.data.time, refreshes)
  const messages = batch.safeParse(event)
  if (messages.success) return byMessages(messages.data.Records)
  const single = oneDay.safeParse(event)
  if (single.success) return byHand(daysBetween(single.data.day, single.data.day, today))
  const span = range.safeParse(event)
  if (span.success) return byHand(daysBetween(span.data.from, span.data.to ?? today, today))
  const newest = last.safeParse(event ?? {})
  if (newest.success) return byHand(lastDays(today, newest.data.days).reverse())
  throw new Error(`unknown event ${JSON.stringify(event)?.slice(0, 200)}; accepted are: ${ACCEPTED}`)
}

const bySchedule = (time: Instant, refreshes: Refreshes): Work => ({
  source: 'schedule',
  days: daysToRefresh(time, refreshes),
  messages: [],
})

function byMessages(records: { messageId: string; body: string }[]): Work {
  const messages = records.map(({ messageId, body }) => ({ messageId, day: dayIn(body) }))
  return { source: 'message', days: [...new Set(messages.flatMap(({ day }) => day ?? []))], messages }
}

function dayIn(body: string): Day | null {
  try {
    return z.object({ day }).parse(JSON.parse(body)).day
  } catch {
    return null
  }
}

function daysBetween(from: Day, to: Day, today: Day): Day[] {
  if (to > today) throw new Error(`${to} is in the future; the newest day is ${today} (UTC)`)
  if (from > to) throw new Error(`"from" (${from}) must not be after "to" (${to})`)
  const days = daysFrom(from, to).reverse()
  const count = days.length
  if (count > MAX_DAYS_BY_HAND) {
    const enough = addDays(to, 1 - MAX_DAYS_BY_HAND)
    throw new Error(
      `${from} to ${to} are ${count} days; one invocation reads at most ${MAX_DAYS_BY_HAND}: begin at ${enough}, or send the days through the backfill queue`,
    )
  }
  return days
}
