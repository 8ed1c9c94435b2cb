import type { Instant, Rhythm } from '../when/rhythm.ts'

/** The sole credential of a subscription: it stands in the links of its mails. */
export type Token = string

/** Of an item in the table. */
export interface Key {
  pk: string
  sk: string
}

/** A `PaperFilter` of the graph. The API says whether it is valid; nothing here knows its fields for that. */
export type Filter = Record<string, unknown>

/** PENDING: not confirmed yet. ENDED: no mails; the links still answer for 30 days. */
export type State = 'PENDING' | 'ACTIVE' | 'ENDED'

/** Proof that a person asked for the mails. */
export interface Consent {
  askedAt: Instant
  /** The page whose form asked, or how else it was asked. */
  askedFrom: string
  /** The text that stood beside the button that confirmed. */
  text: string
  /** Null before the confirmation. */
  confirmedAt: Instant | null
}

/** The papers of a claimed mail. They are chosen once, so that a repeated mail is the same mail. */
export interface Claim {
  papers: string[]
  /** More papers follow in another mail of the same hour. */
  more: boolean
  /** Until then no other sender takes it over. */
  until: Instant
}

export interface Subscription extends Rhythm {
  token: Token
  email: string
  filter: Filter
  state: State
  consent: Consent
  /** When the next mail is due; null while none is. */
  dueAt: Instant | null
  claim: Claim | null
}
