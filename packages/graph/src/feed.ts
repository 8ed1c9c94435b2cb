import type { Day } from '@daily-papers/papers/paper.ts'

/** What a feed is about. A name is a printed one, a handle, a keyword's text, or the key of any of them. */
export type FeedSubject =
  | { kind: 'latest' }
  | { kind: 'day'; day: Day }
  | { kind: 'author' | 'organization' | 'keyword'; name: string }

export const FEED_FORMATS = ['atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

/** All that a feed's URL says. */
export interface FeedReference {
  subject: FeedSubject
  format: FeedFormat
  /** Only papers with at least so many; null for all. */
  minUpvotes: number | null
}

export const FEEDS = '/feeds/'
/** The most papers of one feed: more than the busiest day has. */
export const MOST_ENTRIES = 100
/** Papers with enough votes are looked for among so many of the newest, which is about a month of the feed. */
export const NEWEST_LOOKED_AT = 500

const stemOf = (subject: FeedSubject): string => {
  if (subject.kind === 'latest') return 'latest'
  if (subject.kind === 'day') return `days/${subject.day}`
  return `${subject.kind}s/${encodeURIComponent(subject.name.toWellFormed())}`
}

/** Path and query of a feed. */
export const feedPath = ({ subject, format, minUpvotes }: FeedReference): string =>
  `${FEEDS}${stemOf(subject)}.${format}${minUpvotes === null ? '' : `?minUpvotes=${minUpvotes}`}`

/** The largest `minUpvotes`. */
export const MOST_UPVOTES = 999_999
