import type { Maintenance } from '@daily-papers/store/maintenance.ts'
import { type Database, openDatabase } from '../database.ts'
import type { Env } from '../env.ts'

/**
 * Opens the database for work on its table by hand, and closes it afterwards. Work that the signal ends is left as a
 * crash would leave it: the next writer sets the table right and completes the forgetting of a person.
 */
export async function keep<T>(
  env: Env,
  signal: AbortSignal,
  work: (maintenance: Maintenance, database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(env)
  const ended = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => ended.reject(signal.reason))
  try {
    const maintenance = await database.maintenance(env.TABLE_NAME)
    return await Promise.race([work(maintenance, database), database.failure, ended.promise])
  } finally {
    await database.close()
  }
}
