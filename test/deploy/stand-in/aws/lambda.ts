import type { Functions } from '../lambda/functions.ts'
import { AwsError, type AwsService } from './endpoint.ts'
import type { Judge } from './judge.ts'

/** The one call of Lambda that functions make: to invoke another. */
export function lambda(functions: Functions, { judgeKey }: Judge): AwsService {
  return async ({ url, method, headers, body, accessKeyId }) => {
    const [, encoded = ''] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(url.pathname) ?? []
    const name = decodeURIComponent(encoded)
    if (method !== 'POST' || !name) throw new AwsError('ResourceNotFoundException', url.pathname, 404)
    const qualifier = url.searchParams.get('Qualifier')
    await judgeKey(accessKeyId, 'lambda:InvokeFunction', qualifier ? `${name}:${qualifier}` : name)
    const event = body.length ? JSON.parse(body.toString()) : {}
    if (headers['x-amz-invocation-type'] === 'Event') {
      functions.invokeLater(name, event)
      return { status: 202 }
    }
    const { ok, payload } = await functions.invoke(name, event)
    return {
      status: 200,
      ...(!ok && { headers: { 'x-amz-function-error': 'Unhandled' } }),
      body: JSON.stringify(payload),
    }
  }
}
