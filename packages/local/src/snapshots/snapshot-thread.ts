import { parentPort, workerData } from 'node:worker_threads'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { refreshSnapshot } from '@daily-papers/snapshot/refresh.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import type { SnapshotJob } from './snapshot-job.ts'

const { endpoint, tableName, folder, now }: SnapshotJob = workerData
const client = createClient({ endpoint })
try {
  await refreshSnapshot(createCorpus(client, tableName), folderPlace(folder), { now })
  parentPort?.postMessage('done')
} finally {
  client.destroy()
}
