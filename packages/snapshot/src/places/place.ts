import type { Instant } from '@daily-papers/papers/paper.ts'

/** Description of a published snapshot, known without reading the file. */
export interface Description {
  /** Of the file's bytes, in hexadecimal. */
  sha256: string
  bytes: number
  /** Schema version of its tables. A reader accepts only its own. */
  schema: number
  /** When the build began to read the table. */
  builtAt: Instant
  /** The last step of a writer that it contains completely. Null when the table had none. */
  step: string | null
}

/** Where the newest snapshot is published. The published file is always complete, even if a process is killed. */
export interface Place {
  /** Null when none was ever published. */
  newest(): Promise<Description | null>
  /**
   * Fetches it to this machine and returns its path. The file must not be written.
   * @throws when it is gone meanwhile
   */
  fetch(snapshot: Description): Promise<string>
  /** Where anybody can download it: a URL that works for some minutes, or a file of this machine. */
  download(snapshot: Description): Promise<{ url: string } | { file: string }>
  /** Path for a new draft. Deletes what interrupted builds have left there. */
  draft(): Promise<string>
  /** Publishes a finished draft in place of the previous snapshot. */
  publish(draft: string, snapshot: Description): Promise<void>
}
