import type { Maintenance } from '@daily-papers/store/maintenance.ts'
import { type DynamoDb, openDynamoDb } from '../dynamo-db.ts'
import type { Env } from '../env.ts'

/**
 * Opens the database for an operator's work on its table and closes it afterwards. A signal ends the work like a crash:
 * the next writer repairs the table and completes the removal of a person.
 */
export async function maintain<T>(
  env: Env,
  signal: AbortSignal,
  work: (maintenance: Maintenance, database: DynamoDb) => Promise<T>,
): Promise<T> {
  const database = await openDynamoDb(env)
  const ended = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => ended.reject(signal.reason))
  try {
    const maintenance = await database.maintenance(env.TABLE_NAME)
    return await Promise.race([work(maintenance, database), database.failure, ended.promise])
  } finally {
    await database.close()
  }
}
