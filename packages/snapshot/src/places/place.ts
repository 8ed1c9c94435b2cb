import type { Instant } from '@daily-papers/papers/paper.ts'

/** What is known of a published snapshot without reading it. */
export interface Description {
  /** Of the file's bytes, in hexadecimal. */
  sha256: string
  bytes: number
  /** Of its tables; a reader takes only its own. */
  schema: number
  /** When the table began to be read for it. */
  builtAt: Instant
  /** The last step of the table's writers that it has whole; null when the table knew none. */
  step: string | null
}

/** Where the newest snapshot is published for those who read it. Whatever is killed when, what stands there is whole. */
export interface Place {
  /** Null when none was ever published. */
  newest(): Promise<Description | null>
  /** Brings it to this machine and gives its path; the file is only read. @throws when it is gone meanwhile */
  fetch(snapshot: Description): Promise<string>
  /** Where anybody may get it: an address that is good for some minutes, or a file of this machine. */
  download(snapshot: Description): Promise<{ url: string } | { file: string }>
  /** Where to write a new one; what builds that broke off have left there is cleared away. */
  draft(): Promise<string>
  /** Puts a finished draft in the place of the one before. */
  publish(draft: string, snapshot: Description): Promise<void>
}
