import { join } from 'node:path'
import type { Env } from '../env.ts'

/** The folder of a table's snapshot in `DATA_DIR`. */
export const snapshotFolder = ({ DATA_DIR }: Pick<Env, 'DATA_DIR'>, tableName: string): string =>
  join(DATA_DIR, 'snapshots', tableName)
