interface Example {
  name: string
  query: string
}

/** Without a snapshot a stage is not broken. */
const EXPECTED = 'SNAPSHOT_UNAVAILABLE'

/** A request as API Gateway hands it to the function. */
const eventOf = (query: string) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/graphql',
  rawQueryString: '',
  headers: { 'content-type': 'application/json', accept: 'application/json', host: 'check.invalid' },
  requestContext: {
    domainName: 'check.invalid',
    requestId: 'check',
    http: { method: 'POST', path: '/graphql', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
  },
  body: JSON.stringify({ query }),
  isBase64Encoded: false,
})

/** What a version of the API cannot answer, one line each. */
export async function failures(
  examples: readonly Example[],
  invoke: (event: unknown) => Promise<unknown>,
): Promise<string[]> {
  const failed: string[] = []
  for (const { name, query } of examples) {
    const problem = await problemOf(query, invoke).catch(String)
    if (problem !== null) failed.push(`${name}: ${problem}`)
  }
  return failed
}

async function problemOf(
  query: string,
  invoke: (event: unknown) => Promise<unknown>,
): Promise<string | null> {
  const { statusCode, body = '' } = (await invoke(eventOf(query))) as { statusCode?: number; body?: string }
  const { errors = [] }: { errors?: { message: string; extensions?: { code?: string } }[] } = JSON.parse(
    body || '{}',
  )
  const unexpected = errors.find(({ extensions }) => extensions?.code !== EXPECTED)
  if (unexpected) return unexpected.message
  // When all fields failed, the status is that of the errors.
  return errors.length > 0 || statusCode === 200 ? null : `status ${statusCode}`
}
