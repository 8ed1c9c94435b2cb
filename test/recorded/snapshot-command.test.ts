import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { openNewest } from '@daily-papers/snapshot/open.ts'
import { describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { entry, stubHub } from '../days/hub/stub-hub.ts'
import { dataDir, run, start } from '../long/commands/command.ts'
import { filledTable } from './table/filled-table.ts'

const NOW = '2026-05-29T12:00:00Z'

test('snapshot builds one file of all papers, the same bytes each time, and forget takes a person out of it', async () => {
  const hub = await stubHub({
    '2026-05-28': [entry('2605.10001', '2026-05-28', 3), entry('2605.10002', '2026-05-28')],
  })
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  expect((await run('ingest', [], env)).code).toBe(0)
  const first = await run('snapshot', [], env)
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toMatch(/^built a snapshot of 2 papers, \d\.\d MB: .*\.sqlite\nsha256 [0-9a-f]{64}\n$/)
  const again = await run('snapshot', [], env)
  expect(again.stdout.split('\n')[1]).toBe(first.stdout.split('\n')[1])

  const place = folderPlace(join(env.DATA_DIR, 'snapshots', 'daily-papers'))
  const names = async () => {
    const { database } = await openNewest(place)
    const found = database
      .all<{ name: string }>('SELECT name FROM author ORDER BY name')
      .map(({ name }) => name)
    database.close()
    return found
  }
  const [someone = '', ...others] = await names()
  expect((await run('forget', [someone], env)).code).toBe(0)
  expect(await names()).toEqual(others)
})

describe.each(corpora)('a build over $name days that is killed', corpus => {
  test('leaves the snapshot before it whole', async () => {
    const { endpoint, tableName } = filledTable(corpus)
    const env = {
      DATA_DIR: await dataDir(),
      DYNAMODB_ENDPOINT: endpoint,
      TABLE_NAME: tableName,
      NOW,
    }
    const folder = join(env.DATA_DIR, 'snapshots', env.TABLE_NAME)
    const place = folderPlace(folder)
    const drafts = async (): Promise<number> => {
      const names = (await readdir(folder).catch(() => [])).filter(name => name.startsWith('draft-'))
      const sizes = await Promise.all(
        names.map(async name => (await stat(join(folder, name)).catch(() => null))?.size ?? 0),
      )
      return Math.max(0, ...sizes)
    }
    const killed = async (bytes: number) => {
      const building = start('snapshot', [], env)
      await expect.poll(drafts, { timeout: 120_000, interval: 20 }).toBeGreaterThanOrEqual(bytes)
      building.child.kill('SIGKILL')
      await building.ended
    }
    await killed(1)
    expect(await place.newest()).toBe(null)
    for (const name of await readdir(folder)) {
      expect(name).toMatch(/^draft-/)
      await rm(join(folder, name))
    }
    const { code, stdout } = await run('snapshot', [], env)
    expect(code).toBe(0)
    const before = await place.newest()
    await killed(1)
    expect(await place.newest()).toEqual(before)
    const { database } = await openNewest(place)
    const { papers } = database.one<{ papers: number }>('SELECT count(*) AS papers FROM paper') ?? {}
    expect(stdout).toContain(`built a snapshot of ${papers} papers,`)
    database.close()
  })
})
