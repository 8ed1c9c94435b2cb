import { readFile } from 'node:fs/promises'
import { type Tab, tabIn } from '../../../packages/api/src/graphiql/example.ts'

/** The queries that GraphiQL of a server offers in tabs and in its menu, with their variables. */
async function offeredBy(url: string): Promise<Tab[]> {
  const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text()
  const [, options = ''] = /id="options">(.*?)<\/script>/.exec(page) ?? []
  const links = [...page.matchAll(/href="\/graphql\?([^"]+)"/g)]
  const linked = links.map(([, search = '']) => tabIn(search.replaceAll('&amp;', '&')))
  return [...JSON.parse(options).defaultTabs, ...linked]
}

/** The queries of the README and of the first screen of docs/api.md, with the paper and the author of a tab for their variables. */
async function documented(values: Record<string, unknown>): Promise<Tab[]> {
  const read = (name: string) => readFile(new URL(`../../../${name}`, import.meta.url), 'utf8')
  const blocks = (await read('README.md')).matchAll(/```graphql\n([^`]+)```/g)
  const rows = (await read('docs/api.md')).matchAll(/^\| [^|`]+ \| `((?:query|\{) .+)` \|$/gm)
  return [...blocks, ...rows].map(([, query = '']) => ({ query, variables: JSON.stringify(values) }))
}

/** Whether there is anything in what a field returned: a null, an empty list or a page without elements is nothing. */
function isAnswer(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isAnswer)
  if (typeof value !== 'object' || value === null) return value !== null
  const { nodes = true, edges = true, papers = true } = value as Record<string, unknown>
  return [nodes, edges, papers].every(isAnswer)
}

/** Each query that GraphiQL or the docs offer and that has no answer on a server, and all that were asked. */
export async function unanswered(url: string): Promise<{ asked: number; empty: unknown[] }> {
  const tabs = await offeredBy(url)
  const values = Object.assign({}, ...tabs.map(({ variables = '{}' }) => JSON.parse(variables)))
  const all = [...tabs, ...(await documented(values))]
  const empty: unknown[] = []
  for (const { query, variables = '{}' } of all) {
    const body = JSON.stringify({ query, variables: JSON.parse(variables) })
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { data, errors } = (await response.json()) as { data?: object; errors?: unknown }
    if (errors || !data || !Object.values(data).every(isAnswer))
      empty.push({ query, variables, errors, data })
  }
  return { asked: all.length, empty }
}
