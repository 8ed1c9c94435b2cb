import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSampleServer } from '../../servers/sample-server.ts'

let server: Awaited<ReturnType<typeof startSampleServer>>
beforeAll(async () => {
  server = await startSampleServer({ papersPerDay: 45 })
})
afterAll(() => server?.close())

const gzipped = async (path: string) => {
  const response = await fetch(server.url + path, { headers: { accept: 'text/html' } })
  const text = await response.text()
  return { text, bytes: gzipSync(text).length }
}

test('a day of 45 papers, the script and the stylesheet stay below their bars, one request for each', async () => {
  const { text, bytes } = await gzipped('/')
  const scripts = [...text.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path = '']) => path)
  const stylesheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
    ([, path = '']) => path,
  )
  expect([scripts.length, stylesheets.length]).toEqual([1, 1])
  expect(text.match(/data-paper=/g)?.length).toBeGreaterThanOrEqual(45)
  expect(bytes).toBeLessThanOrEqual(20_000)
  const script = await gzipped(scripts[0] ?? '')
  // What it loads later counts too.
  const later = [...script.text.matchAll(/import\("\.\/([\w-]+\.js)"\)/g)].map(([, name]) =>
    gzipped(`/assets/${name}`),
  )
  expect(later.length).toBeGreaterThan(0)
  const all = (await Promise.all(later)).reduce((sum, file) => sum + file.bytes, script.bytes)
  expect(all).toBeLessThanOrEqual(15_000)
  expect((await gzipped(stylesheets[0] ?? '')).bytes).toBeLessThanOrEqual(8_000)
})

test('what a browser may keep for ever has a name that changes with it', async () => {
  const { text } = await gzipped('/')
  const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(text) ?? []
  const { headers } = await fetch(server.url + script)
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})
