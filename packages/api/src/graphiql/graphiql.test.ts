import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { anApi, aRequest } from '../testing/request.ts'
import { createGraphiQL } from './graphiql.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
const examples = [{ name: 'day', query: '# </script><script>alert(1)</script>\n{ hello }' }]

test('browsers get GraphiQL at the endpoint, everybody else gets GraphQL', async () => {
  const { api } = anApi({ examples })
  const page = await api.handle(aRequest({ headers: BROWSER }))
  expect(page).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', vary: 'accept, accept-encoding' },
  })
  const other = await api.handle(aRequest({ headers: { accept: '*/*' } }))
  expect(other.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8')
})

test('its page asks nobody but this server, and runs nothing inline', async () => {
  const { headers, body } = await createGraphiQL(examples).page()
  const html = String(body)
  const loads = [...html.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]*)"/g)].map(([, url]) => url)
  expect(loads).toEqual(['data:,', '/graphiql/app.css', '/graphiql/app.js', '/graphiql/start.js'])
  expect(html).not.toContain('<script>alert')
  expect(html).not.toMatch(/<script(?! src=| type="application\/json")/)
  expect(html).not.toMatch(/https?:\/\//)
  expect(headers['content-security-policy']).toMatch(
    /default-src 'none'; script-src 'self'; .*connect-src 'self'/,
  )
  expect(headers['content-security-policy']).not.toMatch(/http|\*|unsafe-eval|script-src[^;]*unsafe/)
})

async function htmlOf(query: string, ...given: Parameters<typeof createGraphiQL>): Promise<string> {
  return String((await createGraphiQL(...given).page({ query })).body)
}

function tabsIn(html: string): unknown[] {
  const options = /<script type="application\/json" id="options">(.*?)<\/script>/.exec(html)?.[1]
  return JSON.parse(options ?? '').defaultTabs
}

const named = (name: string) => ({ name, query: `# ${name}: more.\nquery ${name} { hello }` })

test('five examples open in tabs, and links in a menu lead to the others', async () => {
  const six = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(named)
  const html = await htmlOf('', six)
  expect(tabsIn(html)).toEqual(six.slice(0, 5).map(({ query }) => ({ query })))
  const links = [...html.matchAll(/<li><a href="\/graphql\?([^"]+)">([^<]+)<\/a>/g)]
  expect(links.map(([, , title]) => title)).toEqual(['Six'])
  expect(tabsIn(await htmlOf(links[0]?.[1] ?? '', six))).toEqual([{ query: six[5]?.query }])
})

test('the query in the address is the only tab, and the menu has every example', async () => {
  const html = await htmlOf('query={hello}&variables={"a":1}', examples)
  expect(tabsIn(html)).toEqual([{ query: '{hello}', variables: '{"a":1}' }])
  expect(html.match(/<li>/g)).toHaveLength(examples.length)
})

test('a tab has the values of the variables that its query declares, and of no others', async () => {
  const query = 'query ($ref: String!, $after: String) { paper(ref: $ref) { title } }'
  const values = { ref: '</script>', name: 'not asked' }
  const [tab] = tabsIn(await htmlOf('', [{ name: 'paper', query }], async () => values))
  expect(tab).toEqual({ query, variables: JSON.stringify({ ref: '</script>' }, null, 2) })
})

test('a page without values is not cached, because the next may have them', async () => {
  const agesOf = async (values: object) =>
    (await createGraphiQL(examples, async () => ({ ...values })).page()).headers['cache-control']
  expect(await agesOf({})).toBe('no-store')
  expect(await agesOf({ ref: 'x' })).toBe('public, max-age=300')
})

test('its files are compressed and each fits into an answer of Lambda', async () => {
  const graphiql = createGraphiQL(examples)
  for (const name of [
    'app.js',
    'app.css',
    'start.js',
    'editor.worker.js',
    'json.worker.js',
    'graphql.worker.js',
  ]) {
    const file = await graphiql.file(name)
    expect(file).toMatchObject({ status: 200, headers: { 'content-encoding': 'gzip' } })
    const bytes = Buffer.from(file?.body ?? '')
    expect(bytes.toString('base64').length).toBeLessThan(5_000_000)
    expect(gunzipSync(bytes).length).toBeGreaterThan(100)
  }
  expect(await graphiql.file('constructor')).toBeNull()
})

test('its stylesheet loads nothing from elsewhere', async () => {
  const file = await createGraphiQL(examples).file('app.css')
  const css = gunzipSync(Buffer.from(file?.body ?? '')).toString()
  expect([...css.matchAll(/url\(["']?(?!data:)/g)]).toEqual([])
  expect(css).not.toContain('@import')
})
