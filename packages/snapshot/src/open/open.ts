import type { Description, Place } from '../places/place.ts'
import { fetchWhole, SnapshotError } from '../places/whole-file.ts'
import { type Database, openDatabase } from '../sql/database.ts'
import { APPLICATION_ID, SCHEMA_VERSION } from '../sql/tables.ts'
import { questionsOf, type SnapshotQuestions } from './questions.ts'

/** A checked and open snapshot: its questions, and its file for tests and tools. */
export interface Snapshot extends Description, SnapshotQuestions {
  database: Database
}

/**
 * Fetches the newest snapshot, checks its size, checksum and schema, and opens it.
 * @throws SnapshotError
 */
export async function openNewest(place: Place): Promise<Snapshot> {
  const newest = await place.newest()
  if (!newest) throw new SnapshotError('no snapshot was built yet')
  return openSnapshot(place, newest)
}

/** @throws SnapshotError when the file is gone, damaged, or of another schema */
export async function openSnapshot(place: Place, snapshot: Description): Promise<Snapshot> {
  const { schema } = snapshot
  if (schema !== SCHEMA_VERSION)
    throw new SnapshotError(
      `the snapshot has schema version ${schema}, but this code reads version ${SCHEMA_VERSION}`,
    )
  const file = await fetchWhole(place, snapshot)
  const database = openDatabase(file)
  const kind = database.one<{ application_id: number }>('PRAGMA application_id')?.application_id
  const version = database.one<{ user_version: number }>('PRAGMA user_version')?.user_version
  if (kind === APPLICATION_ID && version === SCHEMA_VERSION)
    return { ...snapshot, ...questionsOf(database, snapshot.builtAt), database }
  database.close()
  throw new SnapshotError(`the file is not a snapshot of schema version ${SCHEMA_VERSION}`)
}
