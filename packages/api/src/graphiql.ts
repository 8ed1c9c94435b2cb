import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { HttpResponse } from './http/message.ts'
import { GRAPHIQL_POLICY } from './http/security.ts'

/** An operation that GraphiQL opens in a tab of its own. */
export interface Example {
  /** File name without its ending: `readers-day-page`. */
  name: string
  query: string
}

export interface GraphiQL {
  page(): HttpResponse
  file(name: string): Promise<HttpResponse | null>
}

const JAVASCRIPT = 'text/javascript; charset=utf-8'

// The library puts its 9 MB inline into the page. As files they are cached, each stays below what Lambda can send,
// and the page's policy can forbid every inline script.
const START = `
const worker = { editorWorkerService: 'editor', json: 'json', graphql: 'graphql' }
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => '/graphiql/' + worker[label] + '.worker.js' }
const options = JSON.parse(document.getElementById('options').textContent)
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), options)
`

/** Loaded on the first request for one of them: it is 9 MB, which no ordinary request should wait for. */
async function loadFiles(): Promise<Map<string, { type: string; text: string }>> {
  const { js, css, editorWorkerService, jsonWorker, graphqlWorker } = await import(
    '@graphql-yoga/render-graphiql/graphiql'
  )
  return new Map([
    ['app.js', { type: JAVASCRIPT, text: js }],
    ['app.css', { type: 'text/css; charset=utf-8', text: css }],
    ['start.js', { type: JAVASCRIPT, text: START }],
    ['editor.worker.js', { type: JAVASCRIPT, text: editorWorkerService }],
    ['json.worker.js', { type: JAVASCRIPT, text: jsonWorker }],
    ['graphql.worker.js', { type: JAVASCRIPT, text: graphqlWorker }],
  ])
}

// `<` must not end the data block that holds it.
const dataBlock = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

function renderPage(title: string, examples: readonly Example[]): string {
  const options = {
    title,
    defaultTabs: examples.map(({ query }) => ({ query })),
    credentials: 'omit',
    shouldPersistHeaders: false,
    subscriptionsProtocol: 'SSE',
  }
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/app.css" />
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>GraphiQL needs JavaScript. The API does not: send your query to this address.</noscript>
    <div id="root"></div>
    <script type="application/json" id="options">${dataBlock(options)}</script>
    <script src="/graphiql/app.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`
}

/**
 * GraphiQL, whole, from this server: its policy lets the browser ask nobody else. Its files are sent compressed
 * whatever the client accepts, as every browser does: the largest would not fit into an answer of Lambda.
 */
export function createGraphiQL(examples: readonly Example[], title = 'Daily Papers Graph'): GraphiQL {
  const html = renderPage(title, examples)
  const compress = promisify(gzip)
  const answers = new Map<string, HttpResponse>()
  let files: ReturnType<typeof loadFiles> | undefined
  return {
    page: () => ({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': GRAPHIQL_POLICY,
        'cache-control': 'public, max-age=300',
        vary: 'accept',
      },
      body: html,
    }),
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
