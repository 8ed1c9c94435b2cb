import { parseArgs } from 'node:util'
import { checkDay, daysOfRange } from '@daily-papers/ingest/day-range.ts'
import { FIRST_DAY, lastDays } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { withoutDashes } from './argument.ts'

export interface Options {
  /** The days to load, oldest first. */
  days: Day[]
  /** A folder of recorded days to read instead of the Hub. */
  feed: string | null
  /** False: serve the table and load nothing. */
  ingest: boolean
  /** Restart whenever a source file changes. */
  watch: boolean
  /** Load the models, datasets and Spaces of the days' papers, instead of the days. */
  artefacts: boolean
  /** Print the summary as JSON. */
  json: boolean
  help: boolean
}

export type Command = 'dev' | 'ingest' | 'backfill'

const DEFAULT_DAYS = 7
/** Ten years. The feed began in May 2023. */
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
 * @param today in UTC
 * @throws Error that names the flag and what to write instead
 */
export function parseOptions(command: Command, args: readonly string[], today: Day): Options {
  const { values } = parseArgs({
    args: withoutDashes(args),
    options:
      command === 'dev'
        ? { ...daysFlags, 'no-ingest': { type: 'boolean' as const }, watch: { type: 'boolean' as const } }
        : {
            ...daysFlags,
            json: { type: 'boolean' as const },
            ...(command === 'backfill' && { artefacts: { type: 'boolean' as const } }),
          },
  })
  return {
    days: chosenDays(command, values, today),
    feed: values.feed ?? null,
    ingest: !('no-ingest' in values),
    watch: 'watch' in values,
    artefacts: 'artefacts' in values,
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
  help?: boolean | undefined
}

function chosenDays(command: Command, { days, day, from, to, feed, help }: Chosen, today: Day): Day[] {
  const ways = Object.entries({ '--days': days, '--day': day, '--from and --to': from ?? to })
    .filter(([, value]) => value !== undefined)
    .map(([flag]) => flag)
  if (ways.length > 1) throw new Error(`${ways.join(' and ')} exclude each other: pass only one of them`)
  if (to !== undefined && from === undefined) throw new Error('--to needs --from, the first day to load')
  if (command === 'backfill' && ways.length === 0 && !help)
    throw new Error(`a backfill needs its first day: --from ${FIRST_DAY} loads the whole feed`)
  if (day !== undefined) checkDay('--day', day)
  const first = from ?? day
  return first === undefined
    ? lastDays(today, count(days))
    : daysOfRange(first, to ?? day ?? today, feed === undefined ? today : null)
}

function count(days: string | undefined): number {
  const n = days === undefined ? DEFAULT_DAYS : /^\d+$/.test(days) ? Number(days) : 0
  if (n >= 1 && n <= MOST_DAYS) return n
  throw new Error(`--days takes a whole number from 1 to ${MOST_DAYS}, not "${days}": 1 is only today`)
}
