import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A signed request to a service of AWS. */
export interface AwsRequest {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: Buffer
  /** The access key id it is signed with. */
  accessKeyId: string
}

export interface AwsResponse {
  status?: number
  headers?: Record<string, string>
  body?: string | Buffer
}

export type AwsService = (request: AwsRequest) => AwsResponse | Promise<AwsResponse>

/** An error as a service answers it; `status` and `code` as documented for the service. */
export class AwsError extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** The scope of Signature Version 4 says who asks which service; links carry theirs in the query. */
const SCOPE = /([^/=]+)\/\d+\/[^/]+\/([^/]+)\/aws4_request/

/** One address for all services of AWS, told apart by what requests are signed for, as `AWS_ENDPOINT_URL` needs it. */
export async function startEndpoint(services: Record<string, AwsService>) {
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://loopback')
    const signed = incoming.headers.authorization ?? url.searchParams.get('X-Amz-Credential') ?? ''
    const [, accessKeyId = '', name = ''] = SCOPE.exec(signed) ?? []
    const send = ({ status = 200, headers = {}, body = '' }: AwsResponse) => {
      outgoing.writeHead(status, headers)
      outgoing.end(incoming.method === 'HEAD' ? undefined : body)
    }
    try {
      const service = services[name]
      const request = { method: incoming.method ?? '', url, headers: incoming.headers, accessKeyId }
      const body = await buffer(incoming)
      if (!service) throw new AwsError('UnknownService', `no service "${name}" is modelled`, 501)
      send(await service({ ...request, body }))
    } catch (error) {
      send(errorResponse(name, error))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const escaped = (message: string) => message.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)

function errorResponse(service: string, error: unknown): AwsResponse {
  const { code, message, status } =
    error instanceof AwsError ? error : new AwsError('ValidationError', String(error))
  if (service === 's3')
    return { status, body: `<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>` }
  if (service === 'sts' || service === 'cloudformation' || service === 'iam')
    return {
      status,
      headers: { 'content-type': 'text/xml' },
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`,
    }
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message }),
  }
}
