import type { Code, Counters, Day, Description, Instant } from './paper.ts'

/** Vote thresholds that cause a change event, ascending. */
export const UPVOTE_THRESHOLDS: readonly number[] = [10, 25, 50, 100, 250, 500]

/** A part of a description whose change causes an event. */
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

/** Events that were emitted for a paper. They are not emitted again, even if the value goes back and forth. */
export interface Emitted {
  /** The highest threshold that its votes have passed. 0 for none. */
  passed: number
  /** Whether it has had code. */
  coded: boolean
}

/** Events that the paper's own facts imply. They count as emitted, whatever the paper was before. */
export const emittedBy = ({ upvotes }: Pick<Counters, 'upvotes'>, code: Code | null): Emitted => ({
  passed: UPVOTE_THRESHOLDS.findLast(threshold => threshold <= (upvotes ?? 0)) ?? 0,
  coded: code !== null,
})

export const emittedByEither = (a: Emitted, b: Emitted): Emitted => ({
  passed: Math.max(a.passed, b.passed),
  coded: a.coded || b.coded,
})

/** The parts in which two descriptions of a paper differ. */
export const partsChanged = (before: Description, after: Description): MetadataPart[] =>
  METADATA_PARTS.filter(part => JSON.stringify(before[part]) !== JSON.stringify(after[part]))

/** Unique id of a change within a table. */
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
