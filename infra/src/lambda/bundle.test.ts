import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
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

/** Answers a query with the bundle in a folder, and prints which of the classes of Fetch it read: each loads Node's web client. */
const answering = `
const read = []
for (const name of ['Request', 'Response', 'Headers', 'FormData', 'WebSocket', 'EventSource'])
  Object.defineProperty(globalThis, name, { get: () => void read.push(name) })
const { handler } = await import('./index.mjs')
const http = { method: 'GET' }
const event = { rawPath: '/graphql', rawQueryString: 'query={__typename}', headers: {}, requestContext: { http } }
const { statusCode } = await handler(event)
console.log(JSON.stringify({ statusCode, read }))
`

test('the API answers a query without reading a class of Fetch', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const stack = new Stack(new App({ outdir: folder }), 'Stack')
  bundledCode(stack, 'packages/api/src/handler.ts', {}).bind(stack)
  const [asset = ''] = readdirSync(folder).filter(name => name.startsWith('asset.'))
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', answering], {
    cwd: join(folder, asset),
    env: { TABLE_NAME: 'papers', AWS_REGION: 'local' },
    encoding: 'utf8',
  })
  expect(JSON.parse(printed)).toEqual({ statusCode: 200, read: [] })
}, 60_000)
