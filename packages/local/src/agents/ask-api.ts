import type { Ask, GraphAnswer } from '@daily-papers/agents/agents.ts'
import type { Api } from '@daily-papers/api/api.ts'

const FRESH_SECONDS = 60

interface Body {
  data?: unknown
  errors?: GraphAnswer['errors']
}

const answerOf = ({ data = null, errors = [] }: Body): GraphAnswer => ({
  data,
  errors,
  maxAgeSeconds: FRESH_SECONDS,
})

/** Runs queries in an API of this process. */
export function askIn(api: Api): Ask {
  return async (query, variables, { site, requestId }) => {
    const { body } = await api.handle({
      method: 'POST',
      origin: site,
      path: '/graphql',
      query: '',
      headers: { 'content-type': 'application/json' },
      requestId,
      readBody: async () => Buffer.from(JSON.stringify({ query, variables })),
    })
    return answerOf(JSON.parse(Buffer.from(body ?? '').toString()))
  }
}

const silent = (reason: string): GraphAnswer =>
  answerOf({ errors: [{ message: reason, extensions: { code: 'TIMEOUT' } }] })

/**
 * Runs queries in a deployed API.
 * @param site its root, without a slash at the end
 */
export function askAt(site: string, fetchFrom: typeof fetch = fetch): Ask {
  return async (query, variables) => {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    }
    const failed = (error: unknown) => silent(`${site} does not answer: ${String(error)}`)
    const response = await fetchFrom(`${site}/graphql`, request).catch(failed)
    if (!(response instanceof Response)) return response
    // API Gateway's own responses, such as 429, are not GraphQL.
    return response.json().then(
      body => answerOf(body as Body),
      () => silent(`${site} answers ${response.status}. Try again in a few seconds.`),
    )
  }
}
