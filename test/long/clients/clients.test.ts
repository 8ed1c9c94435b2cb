import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { transformAsync } from '@babel/core'
import { build, type Plugin } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSampleServer } from '../../servers/sample-server.ts'
import { hasChromium, needsChromium, startChromium } from './chromium.ts'
import { documentedClients, follow } from './client-page.ts'

const clients = await documentedClients()
let server: Awaited<ReturnType<typeof startSampleServer>>
beforeAll(async () => {
  server = await startSampleServer()
})
afterAll(() => server?.close())

const followSection = (title: string) => follow(clients.get(title) ?? [], server.url)
const linesOf = (text = '') => text.trim().split('\n')

test('curl gets the latest day by POST, and a paper by GET', async () => {
  const { printed } = await followSection('curl')
  const [day, paper] = printed.map(text => JSON.parse(text))
  expect(day.data.day.date).toBe('2026-05-29')
  expect(day.data.day.papers.nodes).toHaveLength(3)
  expect(paper.data.papers.nodes).toHaveLength(1)
})

test('fetch walks through all pages', async () => {
  const { printed } = await followSection('fetch')
  expect(linesOf(printed[0])).toHaveLength(server.papers)
})

test('the download is searched without the API', async () => {
  const { printed } = await followSection('The download')
  const found = linesOf(printed[1])
  expect(found).toHaveLength(10)
  const votes = found.map(line => Number(line.split(' ')[1]))
  expect(votes).toEqual(votes.toSorted((a, b) => b - a))
  for (const line of found) expect(line).toMatch(/\bbench/i)
})

test('a bot is told of everything once, and goes on from its cursor the next time', async () => {
  const { folder, printed } = await followSection('A bot')
  const featured = linesOf(printed[0]).filter(line => line.startsWith('FEATURED'))
  expect(featured).toHaveLength(server.papers)
  const again = await promisify(execFile)(process.execPath, ['bot.ts'], { cwd: folder })
  expect(again.stdout).toBe('')
})

test('gql.tada knows the types of what urql gets', async () => {
  const { folder, printed } = await followSection('gql.tada and urql')
  expect(linesOf(printed[0]?.split('successfully')[1])).toHaveLength(5)
  const file = join(folder, 'papers.ts')
  await writeFile(file, (await readFile(file, 'utf8')).replace('paper.upvotes', 'paper.votes'))
  const tsc = join(folder, 'node_modules/.bin/tsc')
  await expect(promisify(execFile)(tsc, { cwd: folder })).rejects.toMatchObject({
    stdout: expect.stringContaining("'votes' does not exist"),
  })
})

test('urql’s normalised cache answers the second time without a warning', async () => {
  const { printed } = await followSection('urql with a normalised cache')
  expect(linesOf(printed[0])).toEqual(['3 papers from the cache'])
})

const hasRequests = spawnSync('python3', ['-c', 'import requests']).status === 0
test.skipIf(!hasRequests)('Python gets the latest papers, and opens the download', async () => {
  const { printed } = await followSection('Python')
  expect(linesOf(printed[0]).at(-1)).toBe(`${server.papers} papers`)
})

test('Apollo Client adds the second page to the first', async () => {
  const { printed } = await followSection('Apollo Client')
  expect(linesOf(printed[0])).toEqual(['20 papers', '40 papers'])
})

/** Makes of `graphql` tags what relay-compiler compiled, as a Relay application is built. */
const relayTags: Plugin = {
  name: 'relay-tags',
  setup({ onLoad }) {
    onLoad({ filter: /Papers\.tsx$/ }, async ({ path }) => {
      const done = await transformAsync(await readFile(path, 'utf8'), {
        filename: path,
        configFile: false,
        plugins: [['relay', { eagerEsModules: true }]],
        parserOpts: { plugins: ['typescript', 'jsx'] },
      })
      return { contents: done?.code ?? '', loader: 'tsx' }
    })
  },
}

describe.skipIf(!hasChromium)(`Relay, ${needsChromium}`, () => {
  test('shows a page of papers, and more at a click, on a page of another origin', async () => {
    const { folder } = await followSection('Relay')
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: ['Papers.tsx'],
      bundle: true,
      write: false,
      jsx: 'automatic',
      plugins: [relayTags],
      define: { 'process.env.NODE_ENV': '"production"' },
    })
    const browser = await startChromium()
    try {
      const page = await browser.newPage()
      await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
      const shown = page.getByRole('listitem')
      await expect.poll(() => shown.count(), { timeout: 60_000 }).toBe(20)
      await page.getByRole('button', { name: 'More' }).click()
      await expect.poll(() => shown.count(), { timeout: 60_000 }).toBe(40)
    } finally {
      await browser.close()
    }
  })
})
