import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'

/** A reading of a day: the feed's entries as parsed from JSON. */
export interface Reading {
  day: Day
  /** When it was read. */
  readAt: Instant
  entries: unknown[]
}

/**
 * Absence: why a source has no reading of a day. The Hub has not opened it yet, or nobody recorded it. It is neither a
 * failure nor an empty day.
 */
export interface Absence {
  day: Day
  absent: 'not open yet' | 'not recorded'
}

/** Where days of the feed come from: the Hub, a folder, or the sample. */
export interface Feed {
  /**
   * Reads a whole day, all its pages.
   * @throws FeedError when the response is not a day of the feed; the message shows the response
   */
  read(day: Day, signal?: AbortSignal): Promise<Reading | Absence>
}

/** The source of the models, datasets and Spaces that link a paper. */
export interface ArtefactSource {
  /** Null for a paper that the Hub has not indexed. @throws FeedError when the answer cannot be read. */
  artefactsOf(paperId: string, signal?: AbortSignal): Promise<Artefacts | null>
}

/** The error of a day that could not be read. `retryable` when a later try may help. */
export class FeedError extends Error {
  override name = 'FeedError'
  readonly retryable: boolean
  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.retryable = options.retryable
  }
}
