import { escapeHtml } from '../http/html.ts'
import { addressOf, type Example, type ExampleValues, type Tab, tabOf, titleOf } from './example.ts'

const TITLE = 'Daily Papers Graph'
/** Examples that open in tabs of their own; a menu has the others. */
const TABS = 5

// `<` must not end the data block that holds it.
const dataBlock = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

interface PageContents {
  examples: readonly Example[]
  values: ExampleValues
  /** What the address asks; absent: the examples. */
  asked?: Tab | undefined
}

/** The document of GraphiQL. `start.js` reads its options and runs the first tab. */
export function renderPage({ examples, values, asked }: PageContents): string {
  const options = {
    ...asked,
    defaultTabs: asked ? [asked] : examples.slice(0, TABS).map(example => tabOf(example, values)),
    credentials: 'omit',
    shouldPersistHeaders: false,
    subscriptionsProtocol: 'SSE',
  }
  const links = (asked ? examples : examples.slice(TABS)).map(
    example =>
      `<li><a href="${escapeHtml(addressOf(tabOf(example, values)))}">${escapeHtml(titleOf(example))}</a></li>`,
  )
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${TITLE}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/app.css" />
  </head>
  <body class="no-focus-outline">
    <header class="intro">
      <a class="name" href="/">${TITLE}</a>
      <p>Ask anything about Hugging Face’s Daily Papers: edit the query, then press ▶ or Ctrl+Enter.</p>
      <details><summary>More examples</summary><ul>${links.join('')}</ul></details>
    </header>
    <noscript>GraphiQL needs JavaScript. The API does not: send your query to this address.</noscript>
    <div id="root"></div>
    <script type="application/json" id="options">${dataBlock(options)}</script>
    <script src="/graphiql/app.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`
}
