import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { compose } from './compose.ts'
import { NotSent, type Send } from './transport.ts'

export interface SesOptions {
  from: string
  /** Reports bounces and complaints. */
  configurationSet: string
  client?: Pick<SESv2Client, 'send'>
}

/** Sends by Amazon SES. */
export function ses({
  from,
  configurationSet,
  client = new SESv2Client({ maxAttempts: 1 }),
}: SesOptions): Send {
  return async message => {
    const Data = await new MailComposer(compose(message, from)).compile().build()
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [message.to] },
      ConfigurationSetName: configurationSet,
      Content: { Raw: { Data } },
    })
    try {
      await client.send(command)
    } catch (error) {
      // SES answered, so it sent nothing. Without an answer it may have.
      const isRefused =
        error instanceof SESv2ServiceException && (error.$metadata.httpStatusCode ?? 500) < 500
      throw isRefused ? new NotSent(`SES: ${error.message}`, { cause: error }) : error
    }
  }
}
