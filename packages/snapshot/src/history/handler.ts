import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@daily-papers/store/client.ts'
import { readHistoryLines } from '@daily-papers/store/history-lines.ts'
import { connect, putFile } from '../places/s3.ts'
import { readEnv } from './env.ts'
import { HISTORY_KEY, writeHistory } from './history-file.ts'

const { TABLE_NAME, HISTORY_BUCKET, DYNAMODB_ENDPOINT, S3_ENDPOINT } = readEnv()
const client = createClient({ endpoint: DYNAMODB_ENDPOINT })
const file = join(tmpdir(), HISTORY_KEY)

/** Lambda handler: exports what the feed can't give again, as a new version of one object. */
export const handler = async (): Promise<object> => {
  const exportedAt = new Date().toISOString()
  const lines = await writeHistory(readHistoryLines(client, TABLE_NAME), file, exportedAt)
  const { size: bytes } = await stat(file)
  const object = { Bucket: HISTORY_BUCKET, Key: HISTORY_KEY, ContentType: 'application/gzip' }
  await putFile(await connect(S3_ENDPOINT), file, object)
  await rm(file)
  const line = { message: 'history exported', lines, bytes, exportedAt }
  process.stdout.write(`${JSON.stringify({ level: 'INFO', ...line })}\n`)
  return line
}
