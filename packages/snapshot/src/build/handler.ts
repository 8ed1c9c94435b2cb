import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@daily-papers/store/client.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { bucketPlace } from '../places/bucket.ts'
import { readEnv } from './env.ts'
import { refreshSnapshot } from './refresh.ts'

const { TABLE_NAME, SNAPSHOT_BUCKET, DYNAMODB_ENDPOINT, S3_ENDPOINT } = readEnv()
const corpus = createCorpus(createClient({ endpoint: DYNAMODB_ENDPOINT }), TABLE_NAME)
const folder = join(tmpdir(), 'snapshot')
const place = bucketPlace({ bucket: SNAPSHOT_BUCKET, folder, endpoint: S3_ENDPOINT })

/**
 * Lambda handler: builds the snapshot if the table has changed since the last one. `{"force": true}` builds it from
 * nothing in any case.
 */
export const handler = async (event: { force?: boolean } | null): Promise<object> => {
  const force = event?.force === true
  const built = await refreshSnapshot(corpus, place, { now: new Date().toISOString(), force })
  const line = built ? { message: 'snapshot built', ...built } : { message: 'the snapshot is up to date' }
  process.stdout.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level: 'INFO', ...line })}\n`)
  return line
}
