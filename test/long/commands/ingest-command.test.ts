import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { entry, freePort, stubHub } from '../../days/hub/stub-hub.ts'
import { dataDir, query, run, start } from './command.ts'
import { papersInSnapshot } from './papers-in-snapshot.ts'

const NOW = '2026-05-29T12:00:00Z'
const days = {
  '2026-05-28': [entry('2605.10001', '2026-05-28', 3), entry('2605.10002', '2026-05-28')],
  '2026-05-29': [entry('2605.10003', '2026-05-29')],
}

test('the last seven days come in, and a second run changes nothing', async () => {
  const hub = await stubHub(days)
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const first = await run('ingest', [], env)
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toMatch(/^ingested 3 papers on 2 days in \d+\.\d s \(3 new, 0 changed, 0 skipped\)\n$/)
  expect(hub.asked).toHaveLength(7)
  const second = await run('ingest', [], env)
  expect(second.stdout).toMatch(/\(0 new, 0 changed, 0 skipped\)\n$/)
  expect(existsSync(join(env.DATA_DIR, 'engine.json'))).toBe(false)
})

test('beside dev it loads older days, which create no changes', async () => {
  const hub = await stubHub({ ...days, '2026-03-12': [entry('2603.10001', '2026-03-12', 300)] })
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const dev = start('dev', [], env)
  await dev.line(/^ingested 3 papers/m)
  const { stdout } = await run('ingest', ['--from', '2026-03-12'], env)
  expect(stdout).toMatch(/^ingested 4 papers .*\(1 new, 0 changed/)
  const { papers, changes } = await query<{
    papers: { totalCount: number }
    changes: { nodes: { paperId: string }[] }
  }>(dev, '{ papers { totalCount } changes(first: 50) { nodes { paperId } } }')
  expect(papers.totalCount).toBe(4)
  const told = new Set(changes.nodes.map(({ paperId }) => paperId))
  expect([...told].toSorted()).toEqual(['2605.10001', '2605.10002', '2605.10003'])
})

test('what came in is in the snapshot, and so is what an earlier run brought in whose snapshot was not built', async () => {
  const hub = await stubHub(days)
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const inTheWay = join(env.DATA_DIR, 'snapshots')
  await writeFile(inTheWay, '')
  const first = await run('ingest', ['--json'], env)
  expect([first.code, JSON.parse(first.stdout).new]).toEqual([0, 3])
  expect(first.stderr).toMatch(/^error: the snapshot was not built, .*: run pnpm snapshot \(error .*\)\n$/)
  await rm(inTheWay)
  expect(await run('ingest', [], env)).toMatchObject({ code: 0, stderr: '' })
  expect(await papersInSnapshot(env)).toEqual(['2605.10001', '2605.10002', '2605.10003'])
  hub.days.set('2026-05-27', [entry('2605.10004', '2026-05-27')])
  expect((await run('ingest', ['--json'], env)).stderr).toBe('')
  expect(await papersInSnapshot(env)).toHaveLength(4)
})

test('--json prints one object', async () => {
  const hub = await stubHub(days)
  const { code, stdout } = await run('ingest', ['--', '--json', '--day', '2026-05-28'], {
    DATA_DIR: await dataDir(),
    HUB_URL: hub.url,
    NOW,
  })
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ days: 1, papers: 2, new: 2, changed: 0, skipped: 0, failed: [] })
})

test('recorded answers are read from a folder; a day without a file is no failure', async () => {
  const dir = await dataDir()
  const folder = join(dir, 'recorded')
  await mkdir(folder)
  await writeFile(join(folder, '2026-05-28.json'), JSON.stringify(days['2026-05-28']))
  const { code, stdout } = await run(
    'ingest',
    ['--feed', folder, '--from', '2026-05-27', '--to', '2026-05-28'],
    { DATA_DIR: dir },
  )
  expect(code).toBe(0)
  expect(stdout).toMatch(/^ingested 2 papers on 1 days in /)
})

test('a day that fails is told with its reason, and the others come in', async () => {
  const dir = await dataDir()
  const folder = join(dir, 'recorded')
  await mkdir(folder)
  await writeFile(join(folder, '2026-05-27.json'), '<html>')
  await writeFile(join(folder, '2026-05-28.json'), JSON.stringify(days['2026-05-28']))
  const { code, stdout, stderr } = await run(
    'ingest',
    ['--feed', folder, '--from', '2026-05-27', '--to', '2026-05-28'],
    {
      DATA_DIR: dir,
    },
  )
  expect(code).toBe(1)
  expect(stdout).toMatch(/^ingested 2 papers on 1 days/)
  expect(stderr).toMatch(/^error: day failed \(day 2026-05-27, reason .*is broken.*\)\n$/)
})

test('when the Hub cannot be reached every day is told and the command fails', async () => {
  const HUB_URL = `http://127.0.0.1:${await freePort()}`
  const { code, stdout, stderr } = await run('ingest', ['--days', '2'], {
    DATA_DIR: await dataDir(),
    HUB_URL,
    NOW,
  })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^ingested 0 papers on 0 days/)
  expect(stderr.match(/day failed/g)).toHaveLength(2)
  expect(stderr).toContain('ECONNREFUSED')
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it cleanly with exit 0, and the next run completes it',
  async signal => {
    const hub = await stubHub(days)
    hub.delayMs = 300
    const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
    const running = start('ingest', [], env)
    await expect.poll(() => hub.asked.length, { timeout: 60_000 }).toBeGreaterThan(2)
    running.child.kill(signal)
    expect(await running.ended).toBe(0)
    expect(running.stderr()).toBe('')
    expect(existsSync(join(env.DATA_DIR, 'engine.json'))).toBe(false)
    hub.delayMs = 0
    expect((await run('ingest', [], env)).stdout).toMatch(/^ingested 3 papers on 2 days/)
  },
)

test('killed at once and run again, it holds what the feed holds', async () => {
  const hub = await stubHub(days)
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  for (const ms of [50, 150, 250]) {
    const running = start('ingest', [], env)
    await expect.poll(() => hub.asked.length, { timeout: 60_000 }).toBeGreaterThan(0)
    await new Promise(resolve => setTimeout(resolve, ms))
    running.child.kill('SIGKILL')
    await running.ended
    hub.asked.length = 0
  }
  expect((await run('ingest', [], env)).code).toBe(0)
  expect((await run('ingest', [], env)).stdout).toMatch(
    /^ingested 3 papers .*\(0 new, 0 changed, 0 skipped\)/,
  )
})

test('two at the same time load each paper once', async () => {
  const hub = await stubHub(days)
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  const both = await Promise.all([run('ingest', ['--json'], env), run('ingest', ['--json'], env)])
  for (const { code, stdout } of both)
    expect({ code, papers: JSON.parse(stdout).papers }).toEqual({ code: 0, papers: 3 })
})

test('wrong flags and settings are told in a sentence', async () => {
  const flags = await run('ingest', ['--day', '2026-02-30'], {})
  expect(flags).toMatchObject({ code: 1, stdout: '' })
  expect(flags.stderr).toBe('--day takes a day of the calendar as YYYY-MM-DD, not "2026-02-30"\n')
  const settings = await run('ingest', [], { HUB_URL: 'nowhere' })
  expect(settings.stderr).toContain('HUB_URL must be a URL')
  expect((await run('ingest', ['--help'], {})).stdout).toContain('--days N')
})

test('the packages of the commands are found from any folder', () => {
  expect(existsSync(fileURLToPath(import.meta.resolve('@daily-papers/local/ingest.ts')))).toBe(true)
})
