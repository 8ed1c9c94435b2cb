import type { Day, Instant } from './paper.ts'

/** The kinds of things that papers have in common and that have a page of their own. */
export type EntityKind = 'author' | 'keyword' | 'organization' | 'account'

interface EntityBase {
  /** The normalised name that identifies it within its kind. */
  key: string
  /** The name to show; the same whatever the order in which papers were read. */
  name: string
  /** Distinct papers, exact. */
  paperCount: number
}

/** Everybody who prints under one name: the feed does not tell two people of one name apart. */
export interface Author extends EntityBase {
  kind: 'author'
  /** Usernames of the accounts that claim papers under this name, sorted. */
  accounts: string[]
}

export interface Keyword extends EntityBase {
  kind: 'keyword'
}

export interface OrganizationPage extends EntityBase {
  kind: 'organization'
  fullName: string | null
  avatar: string | null
}

/** A Hub account: `paperCount` counts the papers it claims, `submissionCount` those it submitted to the feed. */
export interface AccountPage extends EntityBase {
  kind: 'account'
  submissionCount: number
  fullName: string | null
  avatar: string | null
}

/** The kinds whose papers may print one name in several spellings. */
export type SpelledKind = 'author' | 'keyword'

export type Entity = Author | Keyword | OrganizationPage | AccountPage

/** `open`: still filling; `settled`: an agreeing reading at least 6 hours after the last change. */
export type DayState = 'open' | 'settled'

export interface FeedDay {
  date: Day
  /** Papers featured on it. */
  paperCount: number
  /** Papers whose earliest known day it is. */
  firstCount: number
  state: DayState
  /** When a reading last changed it. */
  changedAt: Instant
}

/** Exact numbers of the whole table. */
export interface Totals {
  papers: number
  days: number
  author: number
  keyword: number
  organization: number
  account: number
}
