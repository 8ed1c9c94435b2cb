import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import type { Log } from '../log.ts'

/** The value of an SSM parameter, decrypted. */
export type ReadParameter = (name: string) => Promise<string | undefined>

const fromSsm: ReadParameter = async name => {
  const client = new SSMClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  })
  const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }))
  return Parameter?.Value
}

/** The Hub token from the settings. If the parameter cannot be read, the run continues with the anonymous limit. */
export async function readToken(
  env: { HF_TOKEN?: string | undefined; HF_TOKEN_PARAMETER?: string | undefined },
  log: Log,
  readParameter: ReadParameter = fromSsm,
): Promise<string | undefined> {
  const { HF_TOKEN: token, HF_TOKEN_PARAMETER: parameter } = env
  if (token || !parameter) return token
  try {
    return await readParameter(parameter)
  } catch (error) {
    log.warn('the Hub token cannot be read, so the feed is read without it', { parameter, error })
    return undefined
  }
}
