import { createTransport } from 'nodemailer'
import { compose } from './compose.ts'
import { NotSent, type Send } from './transport.ts'

export interface Dkim {
  domainName: string
  keySelector: string
  /** PEM. */
  privateKey: string
}

export interface SmtpOptions {
  /** Such as `smtps://user:password@mail.example.org`. */
  url: string
  from: string
  /** Signs mails here; without it that is left to the mail server. */
  dkim?: Dkim | undefined
}

/** What RFC 8058 wants to be signed, besides what every signature covers. */
const SIGNED =
  'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:List-ID:List-Unsubscribe:List-Unsubscribe-Post'

/** What nodemailer says of a failure. */
interface Answer {
  responseCode?: number
  /** What was being said to the server. */
  command?: string
}

/** Sends by a mail server. */
export function smtp({ url, from, dkim }: SmtpOptions): Send {
  const transport = createTransport(url, { ...(dkim && { dkim: { ...dkim, headerFieldNames: SIGNED } }) })
  return async message => {
    try {
      await transport.sendMail(compose(message, from))
    } catch (error) {
      const { message: reason, responseCode = 0, command } = error as Error & Answer
      // The server said no, or none was reached. One that goes silent once it has the mail leaves it open.
      const isRefused = responseCode >= 400 || command === 'CONN'
      throw isRefused ? new NotSent(reason, { cause: error }) : error
    }
  }
}
