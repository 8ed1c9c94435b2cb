import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { entry, stubHub } from '../days/hub/stub-hub.ts'
import { dataDir, run, start } from '../long/commands/command.ts'
import { papersInSnapshot } from '../long/commands/papers-in-snapshot.ts'
import { filledTable } from './table/filled-table.ts'

describe.each(corpora)('a backfill of all $name days', corpus => {
  const { client, tableName, backfill } = filledTable(corpus)
  const { parts, requests, asked, days } = backfill
  const sum = (of: 'days' | 'daysWithPapers' | 'changed' | 'skipped') =>
    parts.reduce((all, part) => all + part[of], 0)

  test('is complete although it was ended twice', () => {
    expect([parts.length, backfill.failed, parts.at(-1)?.untried]).toEqual([3, [], []])
    expect(sum('daysWithPapers')).toBe(corpus.days.length)
    expect([sum('days'), sum('skipped')]).toEqual([days, 0])
  })

  test('reads no day again except those it was ended at', () => {
    expect(new Set(asked).size).toBe(days)
    expect(asked).toHaveLength(days + 2)
  })

  test('creates no change events', async () => {
    const all = { after: null, since: null, kinds: null, size: 100, now: Date.parse(corpus.now) }
    expect((await createQuestions(client, tableName).changes(all)).rows).toEqual([])
    client.destroy()
  })

  test('is never refused, and leaves two fifths of the limit to others', () => {
    expect(requests.length).toBeGreaterThan(500)
    expect(requests.filter(({ status }) => status !== 200)).toEqual([])
    const inFiveMinutes = requests.map(
      ({ at }) => requests.filter(other => other.at >= at && other.at < at + 300_000).length,
    )
    expect(Math.max(...inFiveMinutes)).toBeLessThanOrEqual(300)
  })
})

const NOW = '2026-05-29T12:00:00Z'
const range = ['--from', '2025-05-26', '--to', '2025-05-30']
const hubDays = Object.fromEntries(
  ['26', '27', '28', '29', '30'].map(d => [
    `2025-05-${d}`,
    [entry(`2505.100${d}`, `2025-05-${d}`), entry(`2505.200${d}`, `2025-05-${d}`)],
  ]),
)

test.each(['SIGINT', 'SIGKILL'] as const)(
  'ended by %s and run again, the command has every day',
  async signal => {
    const hub = await stubHub(hubDays)
    const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
    const running = start('backfill', range, env)
    await expect.poll(() => hub.asked.length, { timeout: 20_000 }).toBe(2)
    running.child.kill(signal)
    expect(await running.ended).toBe(signal === 'SIGINT' ? 0 : signal)
    const again = await run('backfill', range, env)
    expect(again.code).toBe(0)
    const complete = signal === 'SIGINT' ? 1 : 0
    expect(again.stderr).toMatch(complete ? /^[12] of 5 days are already complete\n$/ : /^$/)
    expect(hub.asked.slice(0, 2)).toEqual(['2025-05-30', '2025-05-29'])
    const third = await run('backfill', range, env)
    expect(third.stderr).toBe('5 of 5 days are already complete\n')
    expect(third.stdout).toMatch(/^ingested 0 papers on 0 days in /)
    expect(new Set(hub.asked).size).toBe(5)
    expect(await papersInSnapshot(env)).toHaveLength(10)
  },
)

test('a bad day is listed at the end with the fix, and is all that the next run reads', async () => {
  const dir = await dataDir()
  const folder = join(dir, 'recorded')
  await mkdir(folder)
  for (const [day, entries] of Object.entries(hubDays))
    await writeFile(join(folder, `${day}.json`), JSON.stringify(entries))
  await writeFile(join(folder, '2025-05-28.json'), '<html>')
  const args = ['--feed', folder, ...range]
  const first = await run('backfill', args, { DATA_DIR: dir, NOW })
  expect(first.code).toBe(1)
  expect(first.stdout).toMatch(/^ingested 8 papers on 4 days in \d+\.\d s \(8 new, 0 changed, 0 skipped\)\n$/)
  expect(first.stderr).toMatch(/1 day failed:\n {2}2025-05-28 {2}.*is broken.*\nRun the same command again/)
  await writeFile(join(folder, '2025-05-28.json'), JSON.stringify(hubDays['2025-05-28']))
  const second = await run('backfill', args, { DATA_DIR: dir, NOW })
  expect(second).toMatchObject({ code: 0, stderr: '4 of 5 days are already complete\n' })
  expect(second.stdout).toMatch(/^ingested 2 papers on 1 days in /)
})

test('without its first day it says what to write', async () => {
  const { code, stderr } = await run('backfill', [], {})
  expect([code, stderr]).toEqual([
    1,
    'a backfill needs its first day: --from 2023-05-04 loads the whole feed\n',
  ])
  expect((await run('backfill', ['--help'], {})).stdout).toContain('pnpm backfill --from D')
})
