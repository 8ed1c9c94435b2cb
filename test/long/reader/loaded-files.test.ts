import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = new URL('../../../', import.meta.url)

/** Answers one request in a process of its own, and tells the files that it loaded for that. */
const script = (path: string, query: string) => `
import { registerHooks } from 'node:module'
const loaded = []
registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
const { createPapersApi } = await import('${new URL('packages/api/src/papers-api.ts', root)}')
const store = { forRequest: () => store }
const api = createPapersApi({ store })
const { status } = await api.handle({
  method: 'GET', origin: 'http://papers.example.org', path: '${path}', query: '${query}',
  headers: { accept: 'application/json' }, requestId: 'r', readBody: async () => Buffer.alloc(0),
})
console.log(JSON.stringify({ status, built: loaded.filter(url => url.includes('/reader/src/built/')) }))
process.exit(0)`

async function loadedBy(path: string, query = '') {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script(path, query)])
  return JSON.parse(stdout) as { status: number; built: string[] }
}

test('a GraphQL request loads no page, and a page loads them', async () => {
  expect(await loadedBy('/graphql', 'query=%7B__typename%7D')).toEqual({ status: 200, built: [] })
  const page = await loadedBy('/nothing')
  expect(page.status).toBe(404)
  expect(page.built.length).toBeGreaterThan(0)
})
