import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { GRAPHIQL_POLICY, PAGE_HEADERS } from '../http/security.ts'
import { type Example, type ExampleValues, tabIn } from './example.ts'
import { loadFiles } from './files.ts'
import { renderPage } from './page.ts'

export interface GraphiQL {
  page(request?: Pick<HttpRequest, 'query'>): Promise<HttpResponse>
  file(name: string): Promise<HttpResponse | null>
}

/**
 * GraphiQL, whole, from this server: its policy lets the browser ask nobody else. Its files are always sent compressed,
 * because the largest would not fit into an answer of Lambda. `values` are asked for with each page, so that the examples
 * find something.
 */
export function createGraphiQL(
  examples: readonly Example[],
  values: () => Promise<ExampleValues> = async () => ({}),
): GraphiQL {
  const compress = promisify(gzip)
  const answers = new Map<string, HttpResponse>()
  let files: ReturnType<typeof loadFiles> | undefined
  return {
    async page({ query } = { query: '' }) {
      const found = await values()
      // Before the first day is there, the examples have no values; the next page may have them.
      const age = Object.keys(found).length > 0 ? 'public, max-age=300' : 'no-store'
      return {
        status: 200,
        headers: {
          ...PAGE_HEADERS,
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': GRAPHIQL_POLICY,
          'cache-control': age,
          vary: 'accept',
        },
        body: renderPage({ examples, values: found, asked: tabIn(query) }),
      }
    },
    async file(name) {
      const known = answers.get(name)
      if (known) return known
      files ??= loadFiles()
      const found = (await files).get(name)
      if (!found) return null
      const headers = {
        'content-type': found.type,
        'content-encoding': 'gzip',
        'cache-control': 'public, max-age=86400',
        // A worker's own policy is that of its file.
        'content-security-policy': GRAPHIQL_POLICY,
      }
      const answer = { status: 200, headers, body: await compress(found.text) }
      answers.set(name, answer)
      return answer
    },
  }
}
