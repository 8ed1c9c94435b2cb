import { ACCOUNT } from '../template/physical.ts'
import type { AwsService } from './endpoint.ts'
import { queryAnswer } from './xml.ts'

/** Gives everybody every role: the roles of the bootstrap are not what is tried here. */
export const sts: AwsService = ({ body }) => {
  const action = new URLSearchParams(body.toString()).get('Action') ?? ''
  if (action === 'GetCallerIdentity')
    return queryAnswer(action, {
      Account: ACCOUNT,
      UserId: 'AIDA',
      Arn: `arn:aws:iam::${ACCOUNT}:user/deployer`,
    })
  const Credentials = {
    AccessKeyId: 'ASIADEPLOYER',
    SecretAccessKey: 'secret',
    SessionToken: 'token',
    Expiration: '2099-01-01T00:00:00Z',
  }
  return queryAnswer(action, { Credentials })
}
