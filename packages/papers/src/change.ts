import type { Code, Counters, Day, Description, Instant } from './paper.ts'

/** Votes whose passing is told of, ascending. */
export const UPVOTE_THRESHOLDS: readonly number[] = [10, 25, 50, 100, 250, 500]

/** A part of a description whose change is told of. */
export type MetadataPart = Exclude<keyof Description, 'id' | 'discussionId' | 'artefacts'>

// A record, so that none can be forgotten.
const parts: Readonly<Record<MetadataPart, true>> = {
  title: true,
  abstract: true,
  authors: true,
  keywords: true,
  aiSummary: true,
  organization: true,
  code: true,
  projectPage: true,
  thumbnail: true,
  media: true,
  publishedAt: true,
  withdrawnAt: true,
}
export const METADATA_PARTS = Object.keys(parts) as MetadataPart[]

interface ChangeBase {
  /** arXiv identifier. */
  paperId: string
  /** When the reading was made that first saw it. */
  at: Instant
}

/** What happened to a paper. */
export type Change = ChangeBase &
  (
    | { kind: 'featured'; day: Day }
    | { kind: 'metadataChanged'; parts: MetadataPart[] }
    | { kind: 'codeAdded' }
    | { kind: 'upvotesPassed'; threshold: number }
    | { kind: 'modelAdded' | 'datasetAdded' | 'spaceAdded' }
  )
export type ChangeKind = Change['kind']

/** What has been told of a paper once, and is not told again when it goes back and forth. */
export interface Told {
  /** The highest threshold that its votes have passed; 0 for none. */
  passed: number
  /** That it has had code. */
  coded: boolean
}

/** What a paper says by itself has been told of it, whatever it was before. */
export const toldBy = ({ upvotes }: Pick<Counters, 'upvotes'>, code: Code | null): Told => ({
  passed: UPVOTE_THRESHOLDS.findLast(threshold => threshold <= (upvotes ?? 0)) ?? 0,
  coded: code !== null,
})

export const toldBoth = (a: Told, b: Told): Told => ({
  passed: Math.max(a.passed, b.passed),
  coded: a.coded || b.coded,
})

/** The parts in which two descriptions of a paper differ. */
export const partsChanged = (before: Description, after: Description): MetadataPart[] =>
  METADATA_PARTS.filter(part => JSON.stringify(before[part]) !== JSON.stringify(after[part]))

/** Names a change: no two of a table have the same. */
export function changeKey(change: Change): string {
  const { kind, paperId, at } = change
  switch (kind) {
    case 'featured':
      return `${kind}/${paperId}/${change.day}`
    case 'metadataChanged':
      return `${kind}/${paperId}/${at}`
    case 'codeAdded':
      return `${kind}/${paperId}`
    case 'upvotesPassed':
      return `${kind}/${paperId}/${change.threshold}`
    case 'modelAdded':
    case 'datasetAdded':
    case 'spaceAdded':
      return `${kind}/${paperId}/${at}`
  }
}
