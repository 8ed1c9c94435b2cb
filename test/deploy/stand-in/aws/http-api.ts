import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Functions } from '../lambda/functions.ts'
import type { Deployed, Inventory } from '../template/deployed.ts'
import { ACCOUNT, REGION } from '../template/physical.ts'

interface Result {
  statusCode?: number
  headers?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

/** The function behind the default route of an API, which must have let API Gateway in. */
function functionBehind(inventory: Inventory, api: Deployed): string {
  const ofApi = (type: string) => inventory.all(type).filter(({ properties }) => properties.ApiId === api.ref)
  const route = ofApi('AWS::ApiGatewayV2::Route').find(({ properties }) => properties.RouteKey === '$default')
  if (!route) throw new Error(`${api.id} has no default route`)
  const integration = inventory.get(
    'AWS::ApiGatewayV2::Integration',
    String(route.properties.Target).split('/')[1],
  )
  if (!ofApi('AWS::ApiGatewayV2::Stage').some(({ ref }) => ref === '$default'))
    throw new Error(`${api.id} has no default stage`)
  const uri = String(integration.properties.IntegrationUri)
  const source = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${api.ref}/`
  const letsIn = inventory
    .all('AWS::Lambda::Permission')
    .some(
      ({ properties: { FunctionName, Principal, SourceArn } }) =>
        FunctionName === uri &&
        Principal === 'apigateway.amazonaws.com' &&
        String(SourceArn).startsWith(source),
    )
  if (!letsIn) throw new Error(`${uri} does not let ${api.id} in`)
  return uri
}

/** Bodies of these types are handed on as text, all others as base64, those of no type included. */
const AS_TEXT = /^(text\/|application\/(json|xml|javascript)\b)/

/** The path is handed on decoded. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A request as an event of payload format 2.0. */
async function toEvent(request: IncomingMessage): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://loopback')
  const path = decoded(url.pathname)
  const body = await buffer(request)
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

/** Serves a deployed HTTP API on this machine. */
export async function serveHttpApi(
  inventory: Inventory,
  functions: Functions,
  { host = '127.0.0.1', port = 0 } = {},
) {
  const api = inventory.one('AWS::ApiGatewayV2::Api')
  const uri = functionBehind(inventory, api)
  const server = createServer(async (request, response) => {
    const { ok, payload } = await functions.invoke(uri, await toEvent(request))
    if (!ok) {
      response.writeHead(500, { 'content-type': 'application/json' })
      response.end('{"message":"Internal Server Error"}')
      return
    }
    const { statusCode = 200, headers = {}, body = '', isBase64Encoded } = payload as Result
    response.writeHead(statusCode, headers)
    response.end(
      request.method === 'HEAD' ? undefined : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://${host}:${chosen}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
