import { createHash } from 'node:crypto'

/** A mail before it is written as MIME. */
export interface Message {
  to: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  /** The same for a mail that is repeated, so that receivers can drop the second. */
  messageId: string
}

/** An id made of what a mail is. It is a hash, since ids stand in the logs of mail servers and tokens must not. */
export const messageIdOf = (what: string, site: string): string =>
  `<${createHash('sha256').update(what).digest('hex').slice(0, 32)}@${new URL(site).hostname}>`
