import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib/core'
import { expect, onTestFinished, test } from 'vitest'
import { bundledCode } from './bundle.ts'

test('code bundled by somebody whose files nobody else may read can be read by Lambda, which runs it as another user', () => {
  const umask = process.umask(0o077)
  const outdir = mkdtempSync(join(tmpdir(), 'bundle-test-'))
  onTestFinished(() => {
    process.umask(umask)
    rmSync(outdir, { recursive: true })
  })
  const stack = new Stack(new App({ outdir }), 'Stack')
  const beside = { graphql: ['package.json', 'language'] }
  bundledCode(stack, 'packages/api/src/handler.ts', beside).bind(stack)

  const [asset = ''] = readdirSync(outdir).filter(name => name.startsWith('asset.'))
  const files = readdirSync(join(outdir, asset), { recursive: true, encoding: 'utf8' })
  expect(files).toEqual(expect.arrayContaining(['index.mjs', 'node_modules/graphql/package.json']))
  const unreadable = files.filter(file => {
    const stat = statSync(join(outdir, asset, file))
    return stat.isFile() && (stat.mode & 0o044) !== 0o044
  })
  expect(unreadable).toEqual([])
}, 60_000)

/**
 * Answers two requests with the bundle in a folder. Prints what each made it read: bytes of code, files of the bundle with
 * MCP in them, and classes of Fetch. Reading any of these classes loads Node's web client.
 */
const answering = `
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
const read = { bytes: 0, fetch: [], mcp: [] }
for (const name of ['Request', 'Response', 'Headers', 'FormData', 'WebSocket', 'EventSource']) {
  const own = Object.getOwnPropertyDescriptor(globalThis, name)
  Object.defineProperty(globalThis, name, { get() { read.fetch.push(name); return own?.get ? own.get.call(this) : own?.value } })
}
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) {
      const code = readFileSync(fileURLToPath(url), 'utf8')
      read.bytes += code.length
      if (code.includes('io.modelcontextprotocol/')) read.mcp.push(url.replace(/.*\\//, ''))
    }
    return next(url, context)
  },
})
const { handler } = await import('./index.mjs')
const print = ({ statusCode, body }) => console.log(JSON.stringify({ statusCode, body, ...read }))
const ask = (method, rawPath, more) =>
  handler({ rawPath, rawQueryString: '', headers: {}, requestContext: { domainName: 'localhost', http: { method } }, ...more })
print(await ask('GET', '/graphql', { rawQueryString: 'query={__typename}' }))
print(await ask('POST', '/mcp', {
  headers: { host: 'localhost', 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
}))
`

/** The folder with the API's bundle. */
function apiBundle(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const stack = new Stack(new App({ outdir: folder }), 'Stack')
  bundledCode(stack, 'packages/api/src/handler.ts', {}).bind(stack)
  const [asset = ''] = readdirSync(folder).filter(name => name.startsWith('asset.'))
  return join(folder, asset)
}

test('the API answers a query from less than 900 KB of code, with no class of Fetch and no MCP, which a request for /mcp loads', () => {
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', answering], {
    cwd: apiBundle(),
    env: { TABLE_NAME: 'papers', AWS_REGION: 'local' },
    encoding: 'utf8',
  })
  const [query, tools] = printed
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(query).toMatchObject({ statusCode: 200, fetch: [], mcp: [] })
  expect(query.bytes).toBeLessThan(900_000)
  expect(tools).toMatchObject({ statusCode: 200, body: expect.stringContaining('"list_papers"') })
  expect(tools.mcp).not.toEqual([])
}, 60_000)

test("the API's log names lines of source, though Node maps no stack traces", () => {
  // The table refuses every request.
  const failing = `
    import { createServer } from 'node:http'
    const table = createServer((_, response) => response.writeHead(400).end('{"__type":"ValidationException"}')).listen()
    process.env.DYNAMODB_ENDPOINT = 'http://127.0.0.1:' + table.address().port
    const { handler } = await import('./index.mjs')
    await handler({ rawPath: '/health', rawQueryString: '', headers: {}, requestContext: { http: { method: 'GET' } } })
    process.exit()
  `
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', failing], {
    cwd: apiBundle(),
    env: {
      TABLE_NAME: 'papers',
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
    encoding: 'utf8',
  })
  const { message, error } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '')
  expect(message).toBe('health check failed')
  const [, path = '', line, column] = /(packages\/store\/src\/\S+\.ts):(\d+):(\d+)/.exec(error.stack) ?? []
  const source = readFileSync(join(import.meta.dirname, '../../..', path), 'utf8').split('\n')
  expect(source[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(/^await table\.client\.send\(/)
}, 60_000)
