import { render } from 'preact-render-to-string'
import { Frame } from '../parts/frame.tsx'
import { themeScriptSource } from '../parts/theme-script.ts'
import type { ReaderResponse } from '../reader.ts'
import { type PageQuestion, questionOf } from '../routing/ask-page.ts'
import type { Asked, Elsewhere, View } from '../routing/page.ts'

/**
 * Content security policy: a page may load its own files, pictures from anywhere, and responses of its own server.
 */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' ${themeScriptSource}`,
  "style-src 'self'",
  'img-src https: http: data:',
  "connect-src 'self'",
  "form-action 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}

interface Outcome {
  status: number
  maxAgeSeconds?: number | null
  question?: PageQuestion
}

export function respond(
  asked: Asked,
  view: View,
  { status, maxAgeSeconds, question }: Outcome,
): ReaderResponse {
  const graphql = question && graphiqlUrl(question)
  const html = render(<Frame asked={asked} view={view} graphql={graphql} isFound={status === 200} />)
  return {
    status,
    headers: {
      ...PAGE_HEADERS,
      'cache-control': status === 200 && maxAgeSeconds ? `public, max-age=${maxAgeSeconds}` : 'no-store',
      ...(status >= 503 && { 'retry-after': '10' }),
    },
    body: `<!doctype html>${html}`,
  }
}

/** Link that opens GraphiQL with the query and variables of a page. */
function graphiqlUrl({ document, variables }: PageQuestion): string {
  const given = Object.entries(variables).filter(([, value]) => value !== null && value !== undefined)
  const search = new URLSearchParams({ query: questionOf(document).text })
  if (given.length > 0) search.set('variables', JSON.stringify(Object.fromEntries(given)))
  return `/graphql?${search}`
}

export const redirect = ({ location, status }: Elsewhere): ReaderResponse => ({
  status,
  headers: { location, 'cache-control': 'public, max-age=300', 'content-type': 'text/plain; charset=utf-8' },
  body: `See ${location}\n`,
})
