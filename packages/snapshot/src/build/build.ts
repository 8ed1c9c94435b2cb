import { DatabaseSync } from 'node:sqlite'
import type { Corpus } from '@daily-papers/store/corpus.ts'
import { APPLICATION_ID, indexes, SCHEMA_VERSION, tables } from '../sql/tables.ts'
import { fill } from './fill.ts'
import { addMeaning } from './meaning.ts'

/**
 * Writes everything that the table holds into a new SQLite file, from nothing: the same data give the same bytes under
 * the same Node. The file is a draft until it is published; killed, it leaves the draft alone behind.
 * @returns how many papers it holds
 */
export async function buildSnapshot(corpus: Corpus, file: string): Promise<number> {
  // A paper comes before what it refers to is counted, and so before that is written.
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  try {
    // Nobody reads a draft, so nothing of it must survive a crash.
    database.exec(`
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${SCHEMA_VERSION};
      BEGIN;
      ${tables}
    `)
    const papers = await fill(database, corpus)
    addMeaning(database)
    for (const words of ['paper', 'author', 'keyword', 'organization'])
      database.exec(`INSERT INTO ${words}_words (${words}_words) VALUES ('optimize')`)
    database.exec(`${indexes} COMMIT; ANALYZE; VACUUM;`)
    return papers
  } finally {
    database.close()
  }
}
