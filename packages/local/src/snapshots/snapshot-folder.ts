import { join } from 'node:path'
import type { Env } from '../env.ts'

/** Where the snapshot of a table stands: in `DATA_DIR`, in a folder of its own. */
export const snapshotFolder = ({ DATA_DIR }: Pick<Env, 'DATA_DIR'>, tableName: string): string =>
  join(DATA_DIR, 'snapshots', tableName)
