import type { Feed } from '@daily-papers/ingest/feed.ts'
import { endOfDay } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'

/** An entry of the feed as the Hub sends it, as far as tests look into it. */
export interface HubEntry {
  title: string
  numComments?: number
  thumbnail?: string
  mediaUrl?: string
  mediaUrls?: string[]
  organization?: Organization
  /** What `organization` was called at first. */
  submitterOrganization?: Organization
  submittedBy?: object
  paper: {
    id: string
    title: string
    summary?: string
    publishedAt: Instant
    authors: Author[]
    discussionId?: string
    organization?: Organization
    upvotes?: number
    githubStars?: number
    githubRepo?: string
    projectPage?: string
    ai_summary?: string
    ai_summary_model?: string
    ai_keywords?: string[]
    withdrawnAt?: Instant
  }
}

export interface Author {
  _id: string
  name: string
  hidden?: boolean
  status?: string
  user?: object
}

interface Organization {
  name: string
  fullname?: string
  avatar?: string
}

/** Days of the feed as they are when nothing moves any more, in the order of the Hub. */
export interface Corpus {
  name: 'generated' | 'recorded'
  /** The days that have entries, ascending. */
  days: readonly Day[]
  /** Empty for a day without entries. */
  entriesOn(day: Day): readonly HubEntry[]
  /** The morning after the last day. */
  now: Instant
  /** A Monday with 90 days of the feed before it and four weeks after it. */
  monday: Day
}

/** The distinct ids of the papers on a day, ascending. */
export const idsOn = (corpus: Corpus, day: Day): string[] =>
  [...new Set(corpus.entriesOn(day).map(({ paper }) => paper.id))].sort()

/** Each day as if it was read at its end. */
export const feedOf = (corpus: Corpus): Feed => ({
  read: async day => ({ day, readAt: endOfDay(day), entries: [...corpus.entriesOn(day)] }),
})
