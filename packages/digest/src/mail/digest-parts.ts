import type { MailedPaper } from '../papers/mailed-papers.ts'

/** What both parts of a digest say. */
export interface Digest {
  subject: string
  day: string
  /** The papers in words, with their number. */
  what: string
  /** Where the pages of papers are, without a slash at the end. */
  site: string
  /** Papers shown with all that a mail says of one. */
  whole: MailedPaper[]
  /** Papers shown on a line each. */
  brief: MailedPaper[]
  /** Why the reader gets the mail. */
  why: string
  /** The page of the subscription. */
  page: string
}
