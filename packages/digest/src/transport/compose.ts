import type { SendMailOptions } from 'nodemailer'
import type { Message } from '../mail/message.ts'

/** A message in the words of nodemailer. */
export function compose(message: Message, from: string): SendMailOptions {
  const { to, subject, text, html, headers, messageId } = message
  const senderDomain = from.replace(/^.*@|>$/g, '')
  return {
    from: from.includes('<') ? from : { name: 'Daily Papers', address: from },
    to,
    subject,
    text,
    html,
    messageId,
    headers: { ...headers, 'List-ID': `Daily Papers <daily-papers.${senderDomain}>` },
    // A text is taken as it is: no file and no address is read in its place.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
