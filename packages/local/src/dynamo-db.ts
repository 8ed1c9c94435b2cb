import { awsRegion, createClient } from '@daily-papers/store/client.ts'
import { createTable, requireTable } from '@daily-papers/store/create-table.ts'
import { createMaintenance, type Maintenance } from '@daily-papers/store/maintenance.ts'
import { createWriter, type Writer } from '@daily-papers/store/writer.ts'
import { startEngine } from './engine/engine.ts'
import { isGone, ownerOf } from './engine/owner.ts'
import type { Env } from './env.ts'

export interface DynamoDb {
  client: ReturnType<typeof createClient>
  /** Its URL. Undefined: AWS. */
  endpoint: string | undefined
  /** Creates a table if it is missing. On AWS it must exist. */
  prepare(tableName: string): Promise<void>
  /** Prepares a table and opens it for writing. */
  writer(tableName: string): Promise<Writer>
  /** Prepares a table and opens it for an operator's work. */
  maintenance(tableName: string): Promise<Maintenance>
  /** Rejects when the embedded engine ends before `close`. */
  failure: Promise<never>
  close(): Promise<void>
}

/** Opens the DynamoDB of `DYNAMODB_ENDPOINT`, or the embedded engine of `DATA_DIR`, which it starts if needed. */
export async function openDynamoDb(
  env: Pick<Env, 'DYNAMODB_ENDPOINT' | 'DATA_DIR'>,
  startedAt = Date.now(),
): Promise<DynamoDb> {
  const engine = env.DYNAMODB_ENDPOINT === undefined ? await startEngine(env.DATA_DIR) : null
  const endpoint = env.DYNAMODB_ENDPOINT ?? engine?.url
  const client = createClient({ endpoint })
  const owner = ownerOf(startedAt)
  const writerOptions = { owner, isGone: (other: string) => isGone(other, owner) }
  const { promise: failure, reject } = Promise.withResolvers<never>()
  failure.catch(() => {})
  const prepare = async (tableName: string): Promise<void> => {
    if (endpoint && awsRegion(endpoint)) await requireTable(client, tableName)
    else await createTable(client, tableName)
  }
  let closing = false
  engine?.ended.then(() => {
    if (!closing)
      reject(new Error('the embedded DynamoDB ended unexpectedly: start again, and it repairs itself'))
  })
  return {
    client,
    endpoint,
    prepare,
    async writer(tableName) {
      await prepare(tableName)
      return createWriter(client, tableName, writerOptions)
    },
    async maintenance(tableName) {
      await prepare(tableName)
      return createMaintenance(client, tableName, writerOptions)
    },
    failure,
    async close() {
      closing = true
      client.destroy()
      await engine?.stop()
    },
  }
}
