import { LIMITS } from '../http/limits.ts'

const JAVASCRIPT = 'text/javascript; charset=utf-8'

// The library puts its 9 MB inline into the page. As files they are cached, each stays below what Lambda can send,
// and the page's policy can forbid every inline script.
const START = `
const worker = { editorWorkerService: 'editor', json: 'json', graphql: 'graphql' }
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => '/graphiql/' + worker[label] + '.worker.js' }

// The address keeps what is written, to be sent to others, as long as the server takes it.
const keep = name => text => {
  const address = new URL(location.href)
  address.searchParams.set(name, text)
  if (address.href.length < ${LIMITS.urlBytes / 2}) history.replaceState({}, '', address)
}
const options = JSON.parse(document.getElementById('options').textContent)
const edits = { onEditQuery: keep('query'), onEditVariables: keep('variables') }
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), { ...options, ...edits })

// The first tab runs by itself. Until the editors are there, a press on the button does nothing. While a query runs, it stops
// the query, and of several operations it asks which.
const shown = selector => document.querySelector(selector)
const run = setInterval(() => {
  const button = shown('.graphiql-execute-button')
  if (!button || !shown('.graphiql-response .monaco-editor')) return
  const isDone = button.ariaHasPopup || button.ariaLabel.startsWith('Stop') || shown('.graphiql-response .view-lines')?.innerText.trim()
  if (isDone) clearInterval(run)
  else button.click()
}, 50)
`

// Tabs stand still: moved by the library, a tab jumps away under the first press, so that the click misses it. A narrow window
// shows the answer below the query.
const STYLE = `
:root { color-scheme: light dark }
body { display: flex; flex-direction: column; height: 100vh; height: 100dvh; margin: 0 }
body.graphiql-light { color-scheme: light }
body.graphiql-dark { color-scheme: dark }
#root { flex: 1; min-height: 0 }
.graphiql-container { height: 100%; width: 100% }
.graphiql-container .graphiql-tab { transform: none !important }
.graphiql-container .graphiql-tabs { overflow-x: auto }
.graphiql-container .graphiql-logo { display: none }
.intro { align-items: baseline; background: light-dark(#fff, #212a3b); color: light-dark(#3b4b68, #b7c2d7); display: flex;
  flex-wrap: wrap; font: .9375rem/1.4 Roboto, system-ui, sans-serif; gap: .25rem 1rem; padding: .625rem 1rem 0 }
.intro a { color: inherit }
.intro .name { font-weight: 500; text-decoration: none }
.intro p { flex: 1; margin: 0 }
.intro details { position: relative }
.intro summary { cursor: pointer; padding: .125rem 0 }
.intro ul { background: light-dark(#fff, #212a3b); border-radius: 8px; box-shadow: 0 4px 20px #0005; list-style: none; margin: 0;
  max-height: 75vh; overflow: auto; padding: .5rem 0; position: absolute; right: 0; width: max-content; z-index: 10 }
.intro li a { display: block; padding: .375rem 1rem; text-decoration: none }
.intro li a:hover, .intro li a:focus-visible { background: light-dark(#eef1f6, #2d3850) }
@media (max-width: 700px) {
  .intro p { flex-basis: 100%; order: 1 }
  .intro details { margin-left: auto }
  .graphiql-container { flex-direction: column-reverse }
  .graphiql-container .graphiql-sidebar { flex-direction: row; padding: 0 var(--px-8); width: 100% }
  .graphiql-container .graphiql-main, .graphiql-container #graphiql-session { flex-direction: column; min-height: 0 }
  .graphiql-container .graphiql-sessions { margin: var(--px-8); min-height: 0 }
  .graphiql-container .graphiql-editors, .graphiql-container .graphiql-response { flex: 1 1 0 !important; min-height: 0 }
  .graphiql-horizontal-drag-bar { display: none }
}
`

/** The page's files by name: 9 MB, loaded on the first request for one of them. */
export async function loadFiles(): Promise<Map<string, { type: string; text: string }>> {
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
