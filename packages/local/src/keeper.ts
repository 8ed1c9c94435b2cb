import { createTable } from '@daily-papers/store/create-table.ts'
import { createMaintenance, type Maintenance } from '@daily-papers/store/maintenance.ts'
import { type Database, openDatabase } from './database.ts'
import type { Env } from './env.ts'
import { isGone, ownerOf } from './owner.ts'

/**
 * Opens the database for work on its table by hand, and closes it afterwards. Work that the signal ends is left as a
 * crash would leave it: the table is whole, and the work is to be begun again.
 */
export async function keep<T>(
  env: Env,
  signal: AbortSignal,
  work: (maintenance: Maintenance, database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(env)
  const owner = ownerOf(Date.now())
  const ended = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => ended.reject(signal.reason))
  try {
    await createTable(database.client, env.TABLE_NAME)
    const options = { owner, isGone: (other: string) => isGone(other, owner) }
    const maintenance = createMaintenance(database.client, env.TABLE_NAME, options)
    return await Promise.race([work(maintenance, database), database.failure, ended.promise])
  } finally {
    await database.close()
  }
}
