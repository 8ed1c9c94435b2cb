import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { emptyFolder } from '@daily-papers/snapshot/testing/folder.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { expect, onTestFinished, test } from 'vitest'
import { terminalLog } from '../cli/terminal-log.ts'
import { snapshotAfter } from './snapshot-after.ts'
import { snapshotFolder } from './snapshot-folder.ts'

/** A table, and what is told after runs of it. */
async function aTable() {
  const engine = await startEngine()
  onTestFinished(() => engine.close())
  const { name: tableName } = await engine.table()
  const env = { DATA_DIR: await emptyFolder() }
  const lines: string[] = []
  const after = (changed: number, signal = new AbortController().signal) =>
    snapshotAfter(
      { new: 0, changed },
      {
        env,
        database: { endpoint: engine.url },
        tableName,
        now: () => Date.parse('2024-05-06T20:00:00Z') + changed,
        log: terminalLog(
          line => lines.push(line),
          () => false,
        ),
        signal,
      },
    )
  const builtAt = async () => (await folderPlace(snapshotFolder(env, tableName)).newest())?.builtAt
  return { env, lines, after, builtAt }
}

test('a run builds the snapshot only if it changed something', async () => {
  const { lines, after, builtAt } = await aTable()
  await after(1)
  expect(await builtAt()).toBe('2024-05-06T20:00:00.001Z')
  await after(0)
  expect(await builtAt()).toBe('2024-05-06T20:00:00.001Z')
  await after(2)
  expect(await builtAt()).toBe('2024-05-06T20:00:00.002Z')
  expect(lines).toEqual([])
})

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
