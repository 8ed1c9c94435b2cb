import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'

/** What one reading of a day brought: the feed's entries as they came, parsed from JSON and nothing more. */
export interface Reading {
  day: Day
  /** When it was read. */
  readAt: Instant
  entries: unknown[]
}

/** Why a source has no reading of a day: the Hub has not opened it yet, or nobody recorded it. No failure, and no empty day. */
export interface Absence {
  day: Day
  absent: 'not open yet' | 'not recorded'
}

/** Where days of the feed come from: the Hub, a folder, or the sample. */
export interface Feed {
  /**
   * Reads one whole day, all its pages.
   * @throws FeedError when what came is not a day of the feed; the message names what came.
   */
  read(day: Day, signal?: AbortSignal): Promise<Reading | Absence>
}

/** Where the models, datasets and Spaces come from that link a paper. */
export interface ArtefactSource {
  /** Null for a paper that the Hub has not indexed. @throws FeedError when the answer cannot be read. */
  artefactsOf(paperId: string, signal?: AbortSignal): Promise<Artefacts | null>
}

/** A day could not be read. `retryable` when asking again later may help. */
export class FeedError extends Error {
  override name = 'FeedError'
  readonly retryable: boolean
  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.retryable = options.retryable
  }
}
