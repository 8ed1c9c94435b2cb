import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** A request of the HTTP API. */
export function toRequest(event: APIGatewayProxyEventV2): Request {
  const { method } = event.requestContext.http
  const headers = Object.entries(event.headers).filter(([, value]) => value !== undefined) as [
    string,
    string,
  ][]
  const url = `https://${event.requestContext.domainName}${event.rawPath}`
  const body = event.body ? Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8') : null
  return new Request(url, { method, headers, body: method === 'GET' || method === 'HEAD' ? null : body })
}

export async function toResult(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

/** One line of JSON, which CloudWatch can search. */
export const logToStderr = (line: object): void =>
  void process.stderr.write(`${JSON.stringify({ level: 'ERROR', ...line })}\n`)
