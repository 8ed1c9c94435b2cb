import type { Day } from '@daily-papers/papers/paper.ts'

/** The subject of a feed. A name is a printed name, a handle, a keyword's text, or a key. */
export type FeedSubject =
  | { kind: 'latest' }
  | { kind: 'day'; day: Day }
  | { kind: 'author' | 'organization' | 'keyword'; name: string }

export const FEED_FORMATS = ['atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

/** The parts of a feed's URL. */
export interface FeedReference {
  subject: FeedSubject
  format: FeedFormat
  /** Minimum number of upvotes. Null for all papers. */
  minUpvotes: number | null
}

export const FEEDS = '/feeds/'
/** The most papers of one feed: more than the busiest day has. */
export const MOST_ENTRIES = 100
/** The number of newest papers in which papers with enough upvotes are looked for: about a month of the feed. */
export const NEWEST_LOOKED_AT = 500

/** A name in a path. `?` is encoded twice, because API Gateway decodes a path once and may cut it off at a `?`. */
const segment = (name: string): string => encodeURIComponent(name.toWellFormed()).replaceAll('%3F', '%253F')

const stemOf = (subject: FeedSubject): string => {
  if (subject.kind === 'latest') return 'latest'
  if (subject.kind === 'day') return `days/${subject.day}`
  return `${subject.kind}s/${segment(subject.name)}`
}

/** Path and query of a feed. */
export const feedPath = ({ subject, format, minUpvotes }: FeedReference): string =>
  `${FEEDS}${stemOf(subject)}.${format}${minUpvotes === null ? '' : `?minUpvotes=${minUpvotes}`}`

/** The largest `minUpvotes`. */
export const MOST_UPVOTES = 999_999
