import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { FeedError } from './feed.ts'
import { folderFeed } from './folder-feed.ts'

const dir = mkdtempSync(join(tmpdir(), 'folder-feed-'))
afterAll(() => rmSync(dir, { recursive: true }))
const feed = folderFeed(dir)

test('a recorded day is read as if at its end, packed or not', async () => {
  writeFileSync(join(dir, '2026-01-05.json'), '[{"a":1}]')
  writeFileSync(join(dir, '2026-01-06.json.gz'), gzipSync('[]'))
  expect(await feed.read('2026-01-05')).toEqual({
    day: '2026-01-05',
    readAt: '2026-01-05T23:59:59.999Z',
    entries: [{ a: 1 }],
  })
  expect(await feed.read('2026-01-06')).toMatchObject({ entries: [] })
})

test('a day without a file was not recorded', async () => {
  expect(await feed.read('2026-01-01')).toEqual({ day: '2026-01-01', absent: 'not recorded' })
})

test.each([
  ['2026-02-02.json', '[{"a":'],
  ['2026-02-03.json', '{"error":"x"}'],
  ['2026-02-04.json.gz', 'not packed'],
])('a broken file is an error that names it: %s', async (name, content) => {
  writeFileSync(join(dir, name), content)
  const error = await feed.read(name.slice(0, 10)).catch(error => error)
  expect(error).toBeInstanceOf(FeedError)
  expect(error.message).toContain(join(dir, name))
  expect(error.retryable).toBe(false)
})

test('a missing folder is an error before anything is read', () => {
  expect(() => folderFeed(join(dir, 'nowhere'))).toThrow('is not a folder: --feed takes')
})
