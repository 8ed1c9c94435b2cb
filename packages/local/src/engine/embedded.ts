import type { Server } from 'node:http'
import dynalite from 'dynalite'
import dynaliteDb from 'dynalite/db/index.js'
import { letIteratorsClose } from './iterators.ts'
import { repairIndexes } from './repair.ts'

/**
 * Opens the database in `path` (created if missing) in dynalite. Repairs its indexes first if it was not closed cleanly.
 * Closing the server closes the database.
 * @throws the LevelDB error; see `isLocked`.
 */
export async function embeddedServer(path: string, closedCleanly: boolean): Promise<Server> {
  const store = dynaliteDb.create({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  await store.db.open()
  letIteratorsClose(store.db)
  if (!closedCleanly) await repairIndexes(store.db)
  // dynalite takes no open database, and opening it twice would let another process in between.
  const { create } = dynaliteDb
  dynaliteDb.create = () => store
  const server = dynalite()
  dynaliteDb.create = create
  return server
}
