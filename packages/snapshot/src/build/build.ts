import { DatabaseSync } from 'node:sqlite'
import type { Totals } from '@daily-papers/papers/entity.ts'
import { APPLICATION_ID, indexes, SCHEMA_VERSION, tables } from '../sql/tables.ts'
import { type CorpusRead, fill } from './fill.ts'
import { addMeaning } from './meaning.ts'

/**
 * Writes a corpus into a new SQLite file. The same data give the same bytes with the same Node. The file is a draft
 * until it is published: a killed build leaves only a draft.
 * @returns how much it holds of each
 */
export async function buildSnapshot(corpus: CorpusRead, file: string): Promise<Totals> {
  // A paper is added before its authors and keywords are counted, so before they are written.
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  try {
    // Nobody reads a draft, so it need not survive a crash.
    database.exec(`
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${SCHEMA_VERSION};
      BEGIN;
      ${tables}
    `)
    const totals = await fill(database, corpus)
    addMeaning(database)
    for (const words of ['paper', 'author', 'keyword', 'organization'])
      database.exec(`INSERT INTO ${words}_words (${words}_words) VALUES ('optimize')`)
    database.exec(`${indexes} COMMIT; ANALYZE; VACUUM;`)
    return totals
  } finally {
    database.close()
  }
}
