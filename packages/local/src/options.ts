import { parseArgs } from 'node:util'
import { daysFrom, isDay, lastDays } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'

export interface Options {
  /** The days to bring in, oldest first. */
  days: Day[]
  /** The folder of recorded answers to read in place of the Hub. */
  feed: string | null
  /** False: serve what the table holds, and bring in nothing. */
  ingest: boolean
  /** Print the summary as JSON. */
  json: boolean
  help: boolean
}

export type Command = 'dev' | 'ingest'

const DEFAULT_DAYS = 7
/** Ten years; the feed began in May 2023. */
const MOST_DAYS = 3_660

const daysFlags = {
  days: { type: 'string' },
  day: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  feed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * Reads the flags of a command.
 * @param today the day it is, in UTC
 * @throws Error in one sentence that names the flag and what to write instead
 */
export function parseOptions(command: Command, args: readonly string[], today: Day): Options {
  const { values } = parseArgs({
    // pnpm hands on the `--` of `pnpm ingest -- --days 3`.
    args: args.filter(arg => arg !== '--'),
    options:
      command === 'dev'
        ? { ...daysFlags, 'no-ingest': { type: 'boolean' as const } }
        : { ...daysFlags, json: { type: 'boolean' as const } },
  })
  return {
    days: chosenDays(values, today),
    feed: values.feed ?? null,
    ingest: !('no-ingest' in values),
    json: 'json' in values,
    help: values.help ?? false,
  }
}

interface Chosen {
  days?: string | undefined
  day?: string | undefined
  from?: string | undefined
  to?: string | undefined
  feed?: string | undefined
}

function chosenDays({ days, day, from, to, feed }: Chosen, today: Day): Day[] {
  const ways = Object.entries({ '--days': days, '--day': day, '--from and --to': from ?? to })
    .filter(([, value]) => value !== undefined)
    .map(([flag]) => flag)
  if (ways.length > 1) throw new Error(`${ways.join(' and ')} exclude each other: give one of them`)
  if (to !== undefined && from === undefined) throw new Error('--to needs --from, the first day to bring in')
  const first = from ?? day
  if (first === undefined) return lastDays(today, count(days))
  const last = to ?? day ?? today
  checkDay(from === undefined ? '--day' : '--from', first)
  checkDay('--to', last)
  if (first > last)
    throw new Error(`the first day, ${first}, is after the last, ${last}: --from takes the earlier one`)
  if (feed === undefined && last > today)
    throw new Error(`${last} is in the future: in UTC it is still ${today}, the last day to ask for`)
  return daysFrom(first, last)
}

function count(days: string | undefined): number {
  const n = days === undefined ? DEFAULT_DAYS : /^\d+$/.test(days) ? Number(days) : 0
  if (n >= 1 && n <= MOST_DAYS) return n
  throw new Error(`--days takes a whole number from 1 to ${MOST_DAYS}, not "${days}": 1 is today alone`)
}

function checkDay(flag: string, day: string): void {
  if (!isDay(day)) throw new Error(`${flag} takes a day of the calendar as YYYY-MM-DD, not "${day}"`)
}
