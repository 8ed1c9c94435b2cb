import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { emptyFolder } from '@daily-papers/snapshot/testing/folder.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { expect, onTestFinished, test } from 'vitest'
import { terminalLog } from '../cli/terminal-log.ts'
import { snapshotAfter } from './snapshot-after.ts'
import { snapshotFolder } from './snapshot-folder.ts'

/** A table, and what is told after runs of it. */
async function aTable() {
  const engine = await startEngine()
  onTestFinished(() => engine.close())
  const { client, name: tableName } = await engine.table()
  const writer = createWriter(client, tableName, { owner: 'test' })
  const env = { DATA_DIR: await emptyFolder() }
  const lines: string[] = []
  /** After a run that read a paper with so many upvotes. */
  const after = async (upvotes: number, signal = new AbortController().signal) => {
    const entry = readEntry('2405.00001', '2024-05-06', { counters: { upvotes } })
    const now = Date.parse('2024-05-06T20:00:00Z') + upvotes
    await writer.putDays([reading('2024-05-06', new Date(now).toISOString(), entry)])
    const log = terminalLog(
      line => lines.push(line),
      () => false,
    )
    return snapshotAfter({ env, database: { endpoint: engine.url }, tableName, now: () => now, log, signal })
  }
  const builtAt = async () => (await folderPlace(snapshotFolder(env, tableName)).newest())?.builtAt
  return { env, lines, after, builtAt }
}

test('a run builds the snapshot only if something was written', async () => {
  const { lines, after, builtAt } = await aTable()
  await after(1)
  expect(await builtAt()).toBe('2024-05-06T20:00:00.001Z')
  await after(1)
  expect(await builtAt()).toBe('2024-05-06T20:00:00.001Z')
  await after(2)
  expect(await builtAt()).toBe('2024-05-06T20:00:00.002Z')
  expect(lines).toEqual([])
}, 60_000)

test('a failed build is one line that names the command, and fails nothing', async () => {
  const { env, lines, after } = await aTable()
  await writeFile(join(env.DATA_DIR, 'snapshots'), '')
  await after(1)
  expect(lines).toEqual([
    expect.stringMatching(/^error: the snapshot was not built.*run pnpm snapshot \(error .*\)$/),
  ])
})

test('a signal ends the build', async () => {
  const { lines, after, builtAt } = await aTable()
  const ended = new AbortController()
  const building = after(1, ended.signal)
  ended.abort(new Error('ended'))
  await expect(building).rejects.toThrow('ended')
  await expect(after(1, ended.signal)).rejects.toThrow('ended')
  expect([lines, await builtAt()]).toEqual([[], undefined])
})
