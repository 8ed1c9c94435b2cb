import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** An event as an HTTP API sends it, as far as it is read. */
export function anEvent(method: string, given: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 {
  const event = {
    version: '2.0',
    rawPath: '/graphql',
    rawQueryString: '',
    headers: {},
    isBase64Encoded: false,
    requestContext: { requestId: 'gateway-1', domainName: 'papers.example.org', http: { method } },
    ...given,
  }
  return event as APIGatewayProxyEventV2
}
