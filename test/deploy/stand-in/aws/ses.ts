import { ACCOUNT, REGION } from '../template/physical.ts'
import { AwsError, type AwsService } from './endpoint.ts'
import type { Judge } from './judge.ts'

interface Input {
  FromEmailAddress: string
  Destination: { ToAddresses: string[] }
  ConfigurationSetName: string
  Content: { Raw?: { Data: string } }
}

/** A mail that SES took. */
export interface TakenMail {
  to: string[]
  mime: string
}

const arn = (resource: string) => `arn:aws:ses:${REGION}:${ACCOUNT}:${resource}`

/** SES keeps the mails. It asks for leave on the sender's domain and on the configuration set, as it does for MIME. */
export function ses(mails: TakenMail[], { judgeKey }: Judge): AwsService {
  return async ({ method, url, body, accessKeyId }) => {
    if (method !== 'POST' || url.pathname !== '/v2/email/outbound-emails')
      throw new AwsError('UnknownOperationException', `no ${method} ${url.pathname}`)
    const { FromEmailAddress, Destination, ConfigurationSetName, Content }: Input = JSON.parse(String(body))
    if (!Content.Raw) throw new AwsError('BadRequestException', 'only mails that come as MIME are modelled')
    const domain = FromEmailAddress.split('@')[1]
    for (const resource of [`identity/${domain}`, `configuration-set/${ConfigurationSetName}`])
      await judgeKey(accessKeyId, 'ses:SendRawEmail', arn(resource), { 'ses:FromAddress': FromEmailAddress })
    mails.push({ to: Destination.ToAddresses, mime: Buffer.from(Content.Raw.Data, 'base64').toString() })
    return {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ MessageId: `mail-${mails.length}` }),
    }
  }
}
