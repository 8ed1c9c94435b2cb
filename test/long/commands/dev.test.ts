import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readEngineFile } from '@daily-papers/local/engine-file.ts'
import { expect, test } from 'vitest'
import { entry, freePort, stubHub } from '../../days/hub/stub-hub.ts'
import { dataDir, query, run, start } from './command.ts'
import { unanswered } from './offered.ts'

const NOW = '2026-05-29T12:00:00Z'
const days = {
  '2026-05-28': [entry('2605.10001', '2026-05-28', 3), entry('2605.10002', '2026-05-28')],
  '2026-05-29': [entry('2605.10003', '2026-05-29')],
}

const PAPERS = '{ papers(first: 100) { totalCount nodes { paperId } } }'
interface Papers {
  papers: { totalCount: number; nodes: { paperId: string }[] }
}
const ids = (answer: Papers) => answer.papers.nodes.map(node => node.paperId)

const ingested = /^ingested \d+ papers .*$/m

test('it listens, loads the last seven days and answers; SIGTERM ends it and the engine with exit 0', async () => {
  const hub = await stubHub(days)
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const dev = start('dev', [], env)
  const [line] = await dev.line(ingested)
  expect(line).toMatch(/^ingested 3 papers on 2 days in \d+\.\d s \(3 new, 0 changed, 0 skipped\)$/)
  expect(dev.stdout()).toMatch(
    /^open http:\/\/127\.0\.0\.1:\d+\nlistening http:\/\/127\.0\.0\.1:\d+\/graphql\nready: papers of 2026-05-29\ningested .*\n$/,
  )
  expect(ids(await query<Papers>(dev, PAPERS)).sort()).toEqual(['2605.10001', '2605.10002', '2605.10003'])
  await dev.line(/^ready: search and statistics$/m)
  expect(await query(dev, '{ search(query: "paper") { totalCount } }')).toHaveProperty('search')
  dev.child.kill('SIGTERM')
  expect(await dev.ended).toBe(0)
  expect(dev.stderr()).toBe('')
  expect(existsSync(join(env.DATA_DIR, 'engine.json'))).toBe(false)
})

test('SIGINT ends it cleanly while the feed is being read', async () => {
  const hub = await stubHub(days)
  hub.delayMs = 1_000
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const dev = start('dev', [], env)
  await dev.line(/^listening/m)
  await expect.poll(() => hub.asked.length, { timeout: 60_000 }).toBeGreaterThan(1)
  dev.child.kill('SIGINT')
  dev.child.kill('SIGINT')
  expect(await dev.ended).toBe(0)
  expect(dev.stderr()).toBe('')
  expect(existsSync(join(env.DATA_DIR, 'engine.json'))).toBe(false)
})

test('while the Hub cannot be reached a sample is shown, said to be one, which answers every example, until the Hub answers', async () => {
  const port = await freePort()
  const env = { DATA_DIR: await dataDir(), HUB_URL: `http://127.0.0.1:${port}`, NOW }
  const dev = start('dev', [], env)
  await dev.line(ingested)
  await dev.line(/^ready: search and statistics$/m)
  expect((await query<Papers>(dev, PAPERS)).papers.totalCount).toBeGreaterThan(20)
  const [, url = ''] = await dev.line(/^listening (.*)$/m)
  const { asked, empty } = await unanswered(url)
  expect(asked).toBeGreaterThan(20)
  expect(empty).toEqual([])
  expect(dev.stderr()).toMatch(
    /^the Hub cannot be reached \(.*ECONNREFUSED.*\).*\nshowing a sample of made-up papers.*\n$/,
  )

  await stubHub(days, port)
  await dev.line(/^ingested 3 papers on 2 days/m, 40_000)
  await expect
    .poll(async () => ids(await query<Papers>(dev, PAPERS)).sort(), { timeout: 20_000 })
    .toEqual(['2605.10001', '2605.10002', '2605.10003'])
  dev.child.kill('SIGTERM')
  expect(await dev.ended).toBe(0)
})

test('what was read before is shown, and no sample, when the Hub cannot be reached', async () => {
  const DATA_DIR = await dataDir()
  const hub = await stubHub(days)
  await run('ingest', [], { DATA_DIR, HUB_URL: hub.url, NOW })
  const dev = start('dev', [], { DATA_DIR, HUB_URL: `http://127.0.0.1:${await freePort()}`, NOW })
  await dev.line(/^listening/m)
  await expect.poll(dev.stderr, { timeout: 60_000 }).toContain('cannot be reached')
  expect(ids(await query<Papers>(dev, PAPERS))).toHaveLength(3)
  expect(dev.stderr()).not.toContain('sample')
})

test('an ingest beside it uses its engine, and the API shows what came in', async () => {
  const hub = await stubHub(days)
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const dev = start('dev', ['--no-ingest'], env)
  await dev.line(/^listening/m)
  expect((await query<Papers>(dev, PAPERS)).papers.totalCount).toBe(0)
  await query(dev, '{ stats { paperCount } }').catch(() => {})
  expect(dev.stderr()).toBe('search and statistics are not ready: no snapshot was built yet\n')
  const ingest = await run('ingest', ['--days', '2'], env)
  expect(ingest).toMatchObject({ code: 0, stderr: '' })
  expect((await query<Papers>(dev, PAPERS)).papers.totalCount).toBe(3)
  expect(hub.asked).toHaveLength(2)
  dev.child.kill('SIGTERM')
  expect(await dev.ended).toBe(0)
})

test('killed, it starts again with what it had', async () => {
  const hub = await stubHub(days)
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const first = start('dev', [], env)
  await first.line(ingested)
  first.child.kill('SIGKILL')
  const second = start('dev', [], env)
  const [line] = await second.line(ingested)
  expect(line).toContain('(0 new, 0 changed, 0 skipped)')
  expect((await query<Papers>(second, PAPERS)).papers.totalCount).toBe(3)
})

test('an engine that is killed ends it with exit 1, and the next start repairs it', async () => {
  const hub = await stubHub(days)
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const first = start('dev', [], env)
  await first.line(ingested)
  const record = readEngineFile(env.DATA_DIR)
  if (record === null || record === 'unreadable') throw new Error('no engine runs')
  process.kill(record.pid, 'SIGKILL')
  expect(await first.ended).toBe(1)
  expect(first.stderr()).toContain('the embedded DynamoDB ended unexpectedly')
  const second = start('dev', ['--no-ingest'], env)
  expect((await query<Papers>(second, PAPERS)).papers.totalCount).toBe(3)
})

test('a port that is taken is told in one sentence', async () => {
  const hub = await stubHub(days)
  const { code, stdout, stderr } = await run('dev', [], { DATA_DIR: await dataDir(), PORT: String(hub.port) })
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `port ${hub.port} is taken: set PORT to another one, or to 0 for any free one\n`,
  })
})
