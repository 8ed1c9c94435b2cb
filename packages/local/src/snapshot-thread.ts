import { parentPort, workerData } from 'node:worker_threads'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import type { SnapshotJob } from './snapshot-job.ts'

const { endpoint, tableName, folder, builtAt }: SnapshotJob = workerData
const client = createClient({ endpoint })
try {
  await publishSnapshot(createCorpus(client, tableName), folderPlace(folder), builtAt)
  parentPort?.postMessage('published')
} finally {
  client.destroy()
}
