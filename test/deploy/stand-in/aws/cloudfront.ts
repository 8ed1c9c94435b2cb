import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Inventory } from '../template/deployed.ts'

/** The managed origin request policy that passes on everything of a request but its host. */
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

interface DistributionConfig {
  DefaultCacheBehavior: {
    AllowedMethods: string[]
    CachePolicyId: string
    OriginRequestPolicyId: string
    ResponseHeadersPolicyId: string
  }
  Origins: { DomainName: string }[]
}
interface CachePolicyConfig {
  MinTTL: number
  DefaultTTL: number
  MaxTTL: number
  ParametersInCacheKeyAndForwardedToOrigin: {
    QueryStringsConfig: { QueryStringBehavior: string }
    HeadersConfig: { Headers?: string[] }
  }
}
interface HeadersPolicyConfig {
  CorsConfig: { OriginOverride: boolean; AccessControlAllowOrigins: { Items: string[] } }
}
interface Kept {
  status: number
  headers: Record<string, string>
  body: Buffer
  until: number
}

const NOT_PASSED_ON = /^(content-length|content-encoding|transfer-encoding|connection|keep-alive|date)$/

/** What the only distribution does: keeps answers to GET for as long as its cache policy and they themselves allow, under the key of that policy. */
export async function serveDistribution(inventory: Inventory, originUrl: string) {
  const { properties } = inventory.one('AWS::CloudFront::Distribution')
  const { DefaultCacheBehavior: behaviour, Origins } = properties.DistributionConfig as DistributionConfig
  const policy = inventory.get('AWS::CloudFront::CachePolicy', behaviour.CachePolicyId).properties
    .CachePolicyConfig as CachePolicyConfig
  const { QueryStringsConfig, HeadersConfig } = policy.ParametersInCacheKeyAndForwardedToOrigin
  const { CorsConfig } = inventory.get(
    'AWS::CloudFront::ResponseHeadersPolicy',
    behaviour.ResponseHeadersPolicyId,
  ).properties.ResponseHeadersPolicyConfig as HeadersPolicyConfig
  if (CorsConfig.OriginOverride) throw new Error('it would replace the CORS headers of the API')
  const cors = { 'access-control-allow-origin': CorsConfig.AccessControlAllowOrigins.Items.join() }
  // The origin is the HTTP API, which is known by its own host name alone.
  inventory.get('AWS::ApiGatewayV2::Api', `https://${Origins[0]?.DomainName}`)
  if (behaviour.OriginRequestPolicyId !== ALL_VIEWER_EXCEPT_HOST)
    throw new Error(
      'this origin request policy is not modelled: the host of the request may reach the origin',
    )

  const keyOf = ({ url = '', headers }: IncomingMessage): string => {
    const path = QueryStringsConfig.QueryStringBehavior === 'all' ? url : (url.split('?')[0] ?? '')
    return JSON.stringify([path, (HeadersConfig.Headers ?? []).map(name => headers[name.toLowerCase()])])
  }
  const secondsOf = (cacheControl: string | null): number => {
    if (/no-store|no-cache|private/.test(cacheControl ?? '')) return policy.MinTTL
    const [, seconds] = /(?:s-maxage|max-age)=(\d+)/.exec(cacheControl ?? '') ?? []
    const wanted = seconds === undefined ? policy.DefaultTTL : Number(seconds)
    return Math.min(Math.max(wanted, policy.MinTTL), policy.MaxTTL)
  }
  const ask = async (request: IncomingMessage): Promise<Kept> => {
    const { host: _host, connection: _connection, ...headers } = request.headers as Record<string, string>
    const body = await buffer(request)
    const answer = await fetch(originUrl + request.url, {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    })
    const passedOn = [...answer.headers].filter(([name]) => !NOT_PASSED_ON.test(name))
    return {
      status: answer.status,
      headers: Object.fromEntries(passedOn),
      body: Buffer.from(await answer.arrayBuffer()),
      until: Date.now() + secondsOf(answer.headers.get('cache-control')) * 1_000,
    }
  }

  const kept = new Map<string, Kept>()
  const server = createServer(async (request, response) => {
    const isKept = request.method === 'GET'
    if (!behaviour.AllowedMethods.includes(request.method ?? '')) {
      response.writeHead(403).end()
      return
    }
    const key = keyOf(request)
    const known = isKept ? kept.get(key) : undefined
    const isHit = known !== undefined && known.until > Date.now()
    const answer = isHit ? known : await ask(request)
    if (isKept) kept.set(key, answer)
    response.writeHead(answer.status, { ...cors, ...answer.headers, 'x-cache': isHit ? 'Hit' : 'Miss' })
    response.end(answer.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
