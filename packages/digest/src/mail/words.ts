import type { Filter } from '../subscriptions/subscription.ts'
import type { Day, Instant, Rhythm } from '../when/rhythm.ts'
import { dayIn } from '../when/zone.ts'

const either = new Intl.ListFormat('en', { type: 'disjunction' })
const every = new Intl.ListFormat('en', { type: 'conjunction' })
const all = new Intl.ListFormat('en', { type: 'unit' })

const quoted = (values: unknown): string => either.format([values].flat().map(value => `“${value}”`))
const has = (what: string) => (value: unknown) => `${value ? 'with' : 'without'} ${what}`
const range = (value: unknown): string =>
  Object.values(value as object)
    .map(part => (typeof part === 'object' && part !== null ? Object.values(part).join(' to ') : part))
    .join(' ')

/** Each field of the graph's `PaperFilter` in words, in the order in which they are said. */
const fields: Record<string, (value: unknown) => string> = {
  text: value => `about ${quoted(value)}`,
  keywords: value => `on ${quoted(value)}`,
  allKeywords: value => `on ${every.format((value as string[]).map(word => `“${word}”`))}`,
  authors: value => `by ${either.format(value as string[])}`,
  organizations: value => `from ${either.format(value as string[])}`,
  submitters: value => `submitted by ${either.format(value as string[])}`,
  minUpvotes: value => `with ${value} upvotes or more`,
  minGithubStars: value => `with ${value} GitHub stars or more`,
  hasCode: has('code'),
  hasProjectPage: has('a project page'),
  hasAiSummary: has('a summary'),
  published: value => `published in ${range(value)}`,
}

/** A filter as one reads it: `papers on “agents” with code`. A field that is new here is named as it is. */
export function filterInWords(filter: Filter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined)
  if (!given.length) return 'all papers'
  const known = Object.entries(fields).flatMap(([name, say]) => {
    const value = filter[name]
    return value === null || value === undefined ? [] : [say(value)]
  })
  const unknown = given
    .filter(([name]) => !(name in fields))
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
  return `papers ${all.format([...known, ...unknown])}`
}

export const hourInWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** When mails come: `every Monday at 07:00, Europe/Berlin time`, or `every day at 07:00 UTC`. */
export const rhythmInWords = ({ every, hour, timeZone }: Rhythm): string =>
  `${every === 'DAY' ? 'every day' : 'every Monday'} at ${hourInWords(hour)}${timeZone === 'UTC' ? ' UTC' : `, ${timeZone.replaceAll('_', ' ')} time`}`

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export const dayInWords = (day: Day): string => longDate.format(new Date(day))

/** The day of an instant where the subscriber is. */
export const localDayInWords = (at: Instant, timeZone: string): string => dayInWords(dayIn(at, timeZone))

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** With a capital at its beginning. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
