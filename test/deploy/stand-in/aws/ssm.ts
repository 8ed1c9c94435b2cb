import { ACCOUNT, REGION } from '../template/physical.ts'
import { AwsError, type AwsService } from './endpoint.ts'
import type { Judge } from './judge.ts'

const BOOTSTRAP = '/cdk-bootstrap/'

/** Parameters by name; that of the bootstrap is read by the CDK itself, all others with a role. */
export function ssm(parameters: Map<string, string>, { judgeKey }: Judge): AwsService {
  return async ({ headers, body, accessKeyId }) => {
    const operation = String(headers['x-amz-target']).split('.')[1]
    if (operation !== 'GetParameter') throw new AwsError('UnknownOperationException', `no ${operation}`)
    const { Name } = JSON.parse(body.toString())
    if (!Name.startsWith(BOOTSTRAP))
      await judgeKey(accessKeyId, 'ssm:GetParameter', `arn:aws:ssm:${REGION}:${ACCOUNT}:parameter${Name}`)
    const Value = parameters.get(Name)
    if (Value === undefined) throw new AwsError('ParameterNotFound', `there is no parameter ${Name}`)
    return {
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify({ Parameter: { Name, Value, Type: 'SecureString', Version: 1 } }),
    }
  }
}
