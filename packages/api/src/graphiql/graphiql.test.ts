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
  const loads = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url)
  expect(loads).toEqual(['data:,', '/graphiql/app.css', '/graphiql/app.js', '/graphiql/start.js'])
  expect(html).not.toMatch(/<script(?! src=| type="application\/json")/)
  expect(html).not.toMatch(/https?:\/\//)
  expect(headers['content-security-policy']).toMatch(
    /default-src 'none'; script-src 'self'; .*connect-src 'self'/,
  )
  expect(headers['content-security-policy']).not.toMatch(/http|\*|unsafe-eval|script-src[^;]*unsafe/)
})

async function tabsOf(...given: Parameters<typeof createGraphiQL>): Promise<unknown[]> {
  const html = String((await createGraphiQL(...given).page()).body)
  const options = /<script type="application\/json" id="options">(.*?)<\/script>/.exec(html)?.[1]
  return JSON.parse(options ?? '').defaultTabs
}

test('it opens with a tab for each example', async () => {
  expect(await tabsOf(examples)).toEqual([{ query: examples[0]?.query }])
})

test('a tab has the values of the variables that its query declares, and of no others', async () => {
  const query = 'query ($ref: String!, $after: String) { paper(ref: $ref) { title } }'
  const values = { ref: '</script>', name: 'not asked' }
  const [tab] = await tabsOf([{ name: 'paper', query }], async () => values)
  expect(tab).toEqual({ query, variables: JSON.stringify({ ref: '</script>' }, null, 2) })
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
