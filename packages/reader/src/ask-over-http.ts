import type { Ask, GraphAnswer } from './reader.ts'

/** Longest URL of a GET. Servers and proxies refuse URLs over 8 KB. */
const LONGEST_URL = 7_000

interface OverHttpOptions {
  /** URL of the endpoint: `https://example.org/graphql`. */
  url: string
  fetch?: typeof globalThis.fetch
}

const isUnknown = ({ errors }: GraphAnswer): boolean =>
  errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND'

const maxAgeIn = (header: string | null): number | null => {
  const [, seconds] = /max-age=(\d+)/.exec(header ?? '') ?? []
  return seconds === undefined ? null : Number(seconds)
}

/**
 * Sends queries to an API over HTTP, by GET with only the document's hash, so that caches can store the responses. If
 * the API does not know the hash, it gets the text once.
 */
export function askOverHttp({ url, fetch = globalThis.fetch }: OverHttpOptions): Ask {
  return async ({ text, sha256 }, variables) => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256 } }
    const given = { variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) }
    const address = `${url}?${new URLSearchParams(given)}`
    const headers = { accept: 'application/json' }
    const read = async (response: Response): Promise<GraphAnswer> => {
      if (!response.headers.get('content-type')?.includes('json'))
        throw new Error(`The API answered ${response.status}`)
      return {
        ...((await response.json()) as GraphAnswer),
        maxAgeSeconds: maxAgeIn(response.headers.get('cache-control')),
      }
    }
    if (address.length <= LONGEST_URL) {
      const answer = await read(await fetch(address, { headers }))
      if (!isUnknown(answer)) return answer
    }
    const body = JSON.stringify({ query: text, variables, extensions })
    return read(
      await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }),
    )
  }
}
