import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { GRAPHIQL_POLICY, PAGE_HEADERS } from '../http/security.ts'

/** An operation that GraphiQL opens in a tab of its own. */
export interface Example {
  /** File name without its ending: `readers-day-page`. */
  name: string
  query: string
}

/** Values for the variables of examples, by their names. */
export type ExampleValues = Readonly<Record<string, unknown>>

export interface GraphiQL {
  page(request?: Pick<HttpRequest, 'query'>): Promise<HttpResponse>
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

// All tabs are in sight, on as many lines as they need. And they stand still: moved by the library, a tab jumps away under
// the first press, so that the click misses it.
const STYLE = `
.graphiql-container .graphiql-session-header { height: auto }
.graphiql-container .graphiql-tabs { flex-wrap: wrap; overflow: visible }
.graphiql-container .graphiql-tab { transform: none !important }
.graphiql-container .graphiql-logo { white-space: nowrap }
`

/** Loaded on the first request for one of them: it is 9 MB, which no ordinary request should wait for. */
async function loadFiles(): Promise<Map<string, { type: string; text: string }>> {
  const { js, css, editorWorkerService, jsonWorker, graphqlWorker } = await import(
    '@graphql-yoga/render-graphiql/graphiql'
  )
  return new Map([
    ['app.js', { type: JAVASCRIPT, text: js }],
    ['app.css', { type: 'text/css; charset=utf-8', text: css + STYLE }],
    ['start.js', { type: JAVASCRIPT, text: START }],
    ['editor.worker.js', { type: JAVASCRIPT, text: editorWorkerService }],
    ['json.worker.js', { type: JAVASCRIPT, text: jsonWorker }],
    ['graphql.worker.js', { type: JAVASCRIPT, text: graphqlWorker }],
  ])
}

// `<` must not end the data block that holds it.
const dataBlock = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

/** A tab, with the values of those variables that its query declares. */
function tabOf({ query }: Example, values: ExampleValues): { query: string; variables?: string } {
  const declared = [...query.matchAll(/\$(\w+)\s*:/g)].flatMap(([, name = '']) =>
    name in values ? [[name, values[name]]] : [],
  )
  if (declared.length === 0) return { query }
  return { query, variables: JSON.stringify(Object.fromEntries(declared), null, 2) }
}

/** The query and variables that an address holds, such as that of a page made of them. */
function askedIn(search: string): { query?: string; variables?: string } {
  const parameters = new URLSearchParams(search)
  const [query, variables] = [parameters.get('query'), parameters.get('variables')]
  return { ...(query && { query }), ...(query && variables && { variables }) }
}

interface PageContents {
  tabs: readonly Example[]
  values: ExampleValues
  query?: string
  variables?: string
}

function renderPage(title: string, { tabs, values, ...asked }: PageContents): string {
  const options = {
    title,
    ...asked,
    defaultTabs: tabs.map(example => tabOf(example, values)),
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
 * whatever the client accepts, as every browser does: the largest would not fit into an answer of Lambda. `values` are asked
 * for with each page, so that the examples find something.
 */
export function createGraphiQL(
  examples: readonly Example[],
  values: () => Promise<ExampleValues> = async () => ({}),
  title = 'Daily Papers Graph',
): GraphiQL {
  const compress = promisify(gzip)
  const answers = new Map<string, HttpResponse>()
  let files: ReturnType<typeof loadFiles> | undefined
  return {
    page: async ({ query } = { query: '' }) => ({
      status: 200,
      headers: {
        ...PAGE_HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': GRAPHIQL_POLICY,
        'cache-control': 'public, max-age=300',
        vary: 'accept',
      },
      body: renderPage(title, { tabs: examples, values: await values(), ...askedIn(query) }),
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
