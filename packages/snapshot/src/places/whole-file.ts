import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Description, Place } from './place.ts'

/** The reason why there is no readable snapshot. */
export class SnapshotError extends Error {
  override name = 'SnapshotError'
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * Fetches a snapshot and checks its size and checksum.
 * @throws SnapshotError when it is not what it says
 */
export async function fetchWhole(place: Place, snapshot: Description): Promise<string> {
  const { bytes, sha256 } = snapshot
  const file = await place.fetch(snapshot)
  const { size } = await stat(file)
  if (size !== bytes) throw new SnapshotError(`the snapshot has ${size} bytes, not ${bytes}`)
  if ((await sha256Of(file)) !== sha256)
    throw new SnapshotError('the checksum of the snapshot does not match')
  return file
}
