import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Functions } from '../lambda/functions.ts'
import type { Deployed, Inventory } from '../template/deployed.ts'
import { ACCOUNT, REGION } from '../template/physical.ts'
import { matches } from './judge.ts'

interface Result {
  statusCode?: number
  headers?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

/** Whether a route is that of a request: `GET /subscriptions/{token}`. */
function leads(routeKey: string, method: string, path: string): boolean {
  const [asked, pattern = ''] = routeKey.split(' ')
  const parts = pattern.split('/').map(part => (part.startsWith('{') ? '[^/]+' : part))
  return asked === method && new RegExp(`^${parts.join('/')}$`).test(path)
}

/** The function behind the route of a request, which must have let API Gateway in. */
function functionBehind(inventory: Inventory, api: Deployed, method: string, path: string): string {
  const ofApi = (type: string) => inventory.all(type).filter(({ properties }) => properties.ApiId === api.ref)
  const routes = ofApi('AWS::ApiGatewayV2::Route')
  const route =
    routes.find(({ properties }) => leads(String(properties.RouteKey), method, path)) ??
    routes.find(({ properties }) => properties.RouteKey === '$default')
  if (!route) throw new Error(`${api.id} has no default route`)
  const integration = inventory.get(
    'AWS::ApiGatewayV2::Integration',
    String(route.properties.Target).split('/')[1],
  )
  if (!ofApi('AWS::ApiGatewayV2::Stage').some(({ ref }) => ref === '$default'))
    throw new Error(`${api.id} has no default stage`)
  const uri = String(integration.properties.IntegrationUri)
  const source = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${api.ref}/`
  const asked = `${source}$default/${String(route.properties.RouteKey).replace(' ', '')}`
  const letsIn = inventory
    .all('AWS::Lambda::Permission')
    .some(
      ({ properties: { FunctionName, Principal, SourceArn } }) =>
        FunctionName === uri && Principal === 'apigateway.amazonaws.com' && matches(String(SourceArn), asked),
    )
  if (!letsIn) throw new Error(`${uri} does not let ${api.id} in`)
  return uri
}

/** Bodies of these types are handed on as text, all others as base64, those of no type included. */
const AS_TEXT = /^(text\/|application\/(json|xml|javascript)\b)/

/** The path is handed on decoded, up to a `?` that was encoded in it. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\?.*$/s, '')
  } catch {
    return path
  }
}

interface Asked {
  method: string
  /** Path and query. */
  url: URL
  headers: IncomingHttpHeaders
  body: Buffer
}

/** A request as an event of payload format 2.0. */
function toEvent(request: Asked): unknown {
  const { url, body } = request
  const path = decoded(url.pathname)
  const isBase64Encoded = body.length > 0 && !AS_TEXT.test(request.headers['content-type'] ?? '')
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]),
  )
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: url.search.slice(1),
    headers,
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: request.headers.host,
      http: { method: request.method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      requestId: crypto.randomUUID(),
      routeKey: '$default',
      stage: '$default',
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  }
}

interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** API Gateway's own response, without CORS headers. */
const ofGateway = (status: number, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message })),
})

/** Has the function behind an HTTP API answer a request. */
export async function askHttpApi(inventory: Inventory, functions: Functions, asked: Asked): Promise<Answer> {
  const api = inventory.one('AWS::ApiGatewayV2::Api')
  const uri = functionBehind(inventory, api, asked.method, decoded(asked.url.pathname))
  const { ok, payload } = await functions.invoke(uri, toEvent(asked))
  if (!ok) return ofGateway(500, 'Internal Server Error')
  const { statusCode: status = 200, headers = {}, body = '', isBase64Encoded } = payload as Result
  return { status, headers, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') }
}

/** Serves a deployed HTTP API on this machine. */
export async function serveHttpApi(
  inventory: Inventory,
  functions: Functions,
  { host = '127.0.0.1', port = 0 } = {},
) {
  // A default route that leads nowhere is told at once.
  functionBehind(inventory, inventory.one('AWS::ApiGatewayV2::Api'), 'GET', '/')
  let isThrottled = false
  const server = createServer(async (request, response) => {
    const { method = 'GET', headers: sent } = request
    const url = new URL(request.url ?? '/', 'http://loopback')
    const asked = { method, url, headers: sent, body: await buffer(request) }
    const { status, headers, body } = isThrottled
      ? ofGateway(429, 'Too Many Requests')
      : await askHttpApi(inventory, functions, asked)
    response.writeHead(status, headers)
    response.end(method === 'HEAD' ? undefined : body)
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://${host}:${chosen}`,
    /** Lets the requests of others use up the limit of the stage. */
    throttle(on: boolean): void {
      isThrottled = on
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
