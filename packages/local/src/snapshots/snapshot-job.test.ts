import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { emptyFolder } from '@daily-papers/snapshot/testing/folder.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { expect, onTestFinished, test } from 'vitest'
import { runSnapshotJob } from './snapshot-job.ts'

test('the snapshot is built when there is none, and after a missed change', async () => {
  const engine = await startEngine()
  onTestFinished(() => engine.close())
  const { client, name: tableName } = await engine.table()
  const writer = createWriter(client, tableName, { owner: 'test' })
  const folder = await emptyFolder()
  const builtAfter = async (now: string) => {
    const job = { endpoint: engine.url, tableName, folder, now }
    await runSnapshotJob(job, new AbortController().signal)
    return (await folderPlace(folder).newest())?.builtAt
  }
  const at = (hour: number) => `2024-05-06T${hour}:00:00.000Z`
  const upvotesAt = (hour: number, upvotes: number) =>
    writer.putDays([
      reading('2024-05-06', at(hour), readEntry('2405.00001', '2024-05-06', { counters: { upvotes } })),
    ])
  await upvotesAt(19, 1)
  expect(await builtAfter(at(20))).toBe(at(20))
  await upvotesAt(20, 1)
  expect(await builtAfter(at(21))).toBe(at(20))
  await upvotesAt(21, 2)
  expect(await builtAfter(at(22))).toBe(at(22))
}, 60_000)
