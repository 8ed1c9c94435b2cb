import { stat } from 'node:fs/promises'
import { sha256Of } from '../build/publish.ts'
import type { Description, Place } from '../places/place.ts'
import { type Database, openDatabase } from '../sql/database.ts'
import { APPLICATION_ID, SCHEMA_VERSION } from '../sql/tables.ts'
import { questionsOf, type SnapshotQuestions } from './questions.ts'

/** Why there is no snapshot to answer from. */
export class SnapshotError extends Error {
  override name = 'SnapshotError'
}

/** A snapshot that was checked and opened: what it answers, and its file for those who look inside. */
export interface Snapshot extends Description, SnapshotQuestions {
  database: Database
}

/** Brings the newest snapshot here, checks its size, checksum and schema, and opens it. @throws SnapshotError */
export async function openNewest(place: Place): Promise<Snapshot> {
  const newest = await place.newest()
  if (!newest) throw new SnapshotError('no snapshot was built yet')
  return openSnapshot(place, newest)
}

/** @throws SnapshotError when it is gone, not what it says, or of another schema */
export async function openSnapshot(place: Place, snapshot: Description): Promise<Snapshot> {
  const { schema, bytes, sha256 } = snapshot
  if (schema !== SCHEMA_VERSION)
    throw new SnapshotError(`the snapshot's schema is version ${schema}, and ${SCHEMA_VERSION} is read here`)
  const file = await place.fetch(snapshot)
  const { size } = await stat(file)
  if (size !== bytes) throw new SnapshotError(`the snapshot has ${size} bytes, not ${bytes}`)
  if ((await sha256Of(file)) !== sha256)
    throw new SnapshotError('the snapshot has another checksum than it says')
  const database = openDatabase(file)
  const kind = database.one<{ application_id: number }>('PRAGMA application_id')?.application_id
  const version = database.one<{ user_version: number }>('PRAGMA user_version')?.user_version
  if (kind === APPLICATION_ID && version === SCHEMA_VERSION)
    return { ...snapshot, ...questionsOf(database, snapshot.builtAt), database }
  database.close()
  throw new SnapshotError(`the file is no snapshot of schema ${SCHEMA_VERSION}`)
}
