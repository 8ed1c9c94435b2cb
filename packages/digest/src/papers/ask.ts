/** Asks the graph one document, as any third party does. */
export type Ask = <Data>(document: string, variables: Record<string, unknown>) => Promise<Data>

interface GraphError {
  message: string
  extensions?: { code?: string }
}

/** The API did not answer, or answered with errors. */
export class AskFailed extends Error {
  override name = 'AskFailed'
  readonly errors: readonly GraphError[]

  constructor(message: string, errors: readonly GraphError[] = []) {
    super(message)
    this.errors = errors
  }
}

export interface AskOptions {
  /** The endpoint, such as `https://papers.example.org/graphql`. */
  url: string
  fetch?: typeof globalThis.fetch
  timeoutMs?: number
}

/** Asks the API by HTTP. Throws if the response has errors, because half a list would be taken for the whole one. */
export function askByHttp({ url, fetch = globalThis.fetch, timeoutMs = 20_000 }: AskOptions): Ask {
  return async <Data>(query: string, variables: Record<string, unknown>): Promise<Data> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(error => {
      throw new AskFailed(`${url} does not answer: ${error.cause?.message ?? error.message}`)
    })
    const body: unknown = await response.json().catch(() => null)
    const { data = null, errors = [] } = (body ?? {}) as { data?: Data | null; errors?: GraphError[] }
    const [error] = errors
    if (error) throw new AskFailed(`${url} answers: ${error.message}`, errors)
    if (data === null) throw new AskFailed(`${url} answers ${response.status} without data`)
    return data
  }
}
