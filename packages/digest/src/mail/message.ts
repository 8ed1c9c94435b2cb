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
