import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { emptyFolder } from '@daily-papers/snapshot/testing/folder.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { expect, onTestFinished, test } from 'vitest'
import { runSnapshotJob } from './snapshot-job.ts'

/** A run as the ingest records it at its end. */
const run = (finishedAt: string, changed: number) => ({
  ...{ startedAt: finishedAt, finishedAt, days: 1, papers: 1, new: 0, changed, skipped: 0 },
  ...{ failed: [], readings: [] },
})

test('the snapshot is built when there is none, after a missed change, and on demand', async () => {
  const engine = await startEngine()
  onTestFinished(() => engine.close())
  const { client, name: tableName } = await engine.table()
  const writer = createWriter(client, tableName, { owner: 'test' })
  const folder = await emptyFolder()
  const builtAfter = async (now: string, force = false) => {
    const job = { endpoint: engine.url, tableName, folder, now, force }
    await runSnapshotJob(job, new AbortController().signal)
    return (await folderPlace(folder).newest())?.builtAt
  }
  const at = (hour: number) => `2024-05-06T${hour}:00:00.000Z`
  expect(await builtAfter(at(20))).toBe(at(20))
  await writer.putRun(run('2024-05-06T20:30:00.000Z', 0))
  expect(await builtAfter(at(21))).toBe(at(20))
  await writer.putRun(run('2024-05-06T21:30:00.000Z', 1))
  expect(await builtAfter(at(22))).toBe(at(22))
  expect(await builtAfter(at(23), true)).toBe(at(23))
})
