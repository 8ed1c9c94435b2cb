/** What people, feeds readers and assistants ask, mixed by weight. */
interface Kind {
  weight: number
  request(random: () => number): Request
}

const pick = <T>(random: () => number, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T
const json = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const QUERIES = [
  '{ day { date papers(first: 50) { nodes { title upvotes authorNames keywords { name } } } } }',
  '{ papers(first: 20, orderBy: { field: TRENDING }) { nodes { title upvotes } } }',
  '{ rising(window: DAY, first: 10) { nodes { gained paper { title } } } }',
  '{ authors(first: 20, orderBy: { field: PAPER_COUNT, direction: DESC }) { nodes { name paperCount } } }',
  '{ changes(first: 20, direction: DESC) { nodes { at paper { title } } } }',
]
const WORDS = ['reasoning', 'agents memory', 'task-agnostic', 'zublo', 'how do models learn', 'diffusion']
const PATHS = ['/', '/weeks', '/rising', '/trending', '/keywords', '/search?q=agents', '/about']
const FEEDS = ['/feeds/latest.atom', '/feeds/latest.json', '/sitemap.xml', '/llms.txt']

export const kindsOf = (url: string): Record<string, Kind> => ({
  GraphQL: {
    weight: 40,
    request: random =>
      json(`${url}/graphql`, { query: `# ${Math.floor(random() * 50)}\n${pick(random, QUERIES)}` }),
  },
  search: {
    weight: 15,
    request: random =>
      json(`${url}/graphql`, {
        query:
          'query ($q: String!) { search(query: $q, first: 10) { totalCount nodes { ... on Paper { title } } } }',
        variables: { q: `${pick(random, WORDS)} ${Math.floor(random() * 100)}` },
      }),
  },
  pages: {
    weight: 25,
    request: random => new Request(url + pick(random, PATHS), { headers: { accept: 'text/html' } }),
  },
  feeds: { weight: 10, request: random => new Request(url + pick(random, FEEDS)) },
  MCP: {
    weight: 10,
    request: random =>
      json(
        `${url}/mcp`,
        {
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'search_papers', arguments: { query: pick(random, WORDS) } },
        },
        { accept: 'application/json, text/event-stream' },
      ),
  },
})

export interface Answered {
  kind: string
  ms: number
  /** What was wrong; null when nothing was. */
  error: string | null
}

/** One request, chosen by weight, read whole. */
export async function askOne(kinds: Record<string, Kind>, random: () => number): Promise<Answered> {
  const all = Object.entries(kinds)
  const weighted = all.flatMap(each => Array.from({ length: each[1].weight }, () => each))
  const [kind, { request }] = pick(random, weighted)
  const asked = request(random)
  const start = performance.now()
  try {
    const response = await fetch(asked)
    const text = await response.text()
    const failed = response.status !== 200 || /"errors":|"isError":true/.test(text)
    return {
      kind,
      ms: performance.now() - start,
      error: failed ? `${asked.url}: ${response.status} ${text.slice(0, 200)}` : null,
    }
  } catch (error) {
    return { kind, ms: performance.now() - start, error: `${asked.url}: ${error}` }
  }
}
