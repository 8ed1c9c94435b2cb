import type { ArtefactTotals } from './artefact.ts'

/** A calendar day in UTC, `YYYY-MM-DD`. Never a `Date`. */
export type Day = string

/** An instant in UTC, ISO 8601 with milliseconds: `2026-05-28T00:00:00.000Z`. */
export type Instant = string

/** A Hub account as the feed shows it. */
export interface Account {
  username: string
  fullName: string | null
  /** Absolute URL. */
  avatar: string | null
}

/** One name in a paper's list of authors, in the paper's order; hidden ones are left out. */
export interface Authorship {
  /** The name as printed, white space collapsed. */
  name: string
  /** The account that claims this authorship; null when there is none or the Hub says it is somebody else's. */
  account: Account | null
  /** What the Hub says of the claim (`claimed_verified`, `admin_assigned`, …); null without a claim. */
  claim: string | null
}

/** The organization that submitted a paper. */
export interface Organization {
  /** Its handle on the Hub. */
  name: string
  fullName: string | null
  /** Absolute URL. */
  avatar: string | null
}

export interface AiSummary {
  text: string
  /** The model that wrote it; null before the feed named it. */
  model: string | null
}

export interface Code {
  /** Canonical repository URL, for example `https://github.com/owner/name`. */
  url: string
  /** Who linked it (`user`, `auto`, `admin`); null before the feed said so. */
  addedBy: string | null
}

/** That a paper stood on the feed on a day. A paper may be featured on more than one day. */
export interface Featuring {
  day: Day
  submittedAt: Instant | null
  submitter: Account | null
  /** Whether an author takes part in the discussion; null before the feed said so. */
  authorParticipates: boolean | null
}

/** What is counted, as last read; null is unknown, never zero. */
export interface Counters {
  upvotes: number | null
  comments: number | null
  githubStars: number | null
}

/** What a paper is, apart from its counters and its days. */
export interface Description {
  /** The arXiv identifier without a version: `2503.02130`, or `hep-th/9901001`. */
  id: string
  title: string
  abstract: string
  /** When the first version appeared on arXiv; not a day of the feed. */
  publishedAt: Instant
  withdrawnAt: Instant | null
  authors: Authorship[]
  keywords: string[]
  aiSummary: AiSummary | null
  organization: Organization | null
  code: Code | null
  projectPage: string | null
  thumbnail: string | null
  /** Images and videos that the submitter attached, absolute URLs. */
  media: string[]
  /** The Hub's identifier of the discussion. */
  discussionId: string | null
  /** How many models, datasets and Spaces link it. Absent: never read. The feed does not carry them. */
  artefacts?: ArtefactTotals
}

/** Every day a paper was featured on, ascending. */
export type Featurings = [Featuring, ...Featuring[]]

/** One paper as one day of the feed shows it. */
export interface Entry {
  description: Description
  featuring: Featuring
  counters: Counters
}

/** A paper as the store knows it. */
export interface Paper extends Description, Counters {
  featurings: Featurings
  /** The earliest of its days known. */
  featuredOn: Day
  submitter: Account | null
  authorParticipates: boolean | null
  /** When a reading of the feed last changed anything of it. */
  updatedAt: Instant
}
