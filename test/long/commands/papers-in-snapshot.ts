import { join } from 'node:path'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { openNewest } from '@daily-papers/snapshot/open.ts'

/** The ids of the papers in the snapshot that the commands have published, ascending. */
export async function papersInSnapshot({ DATA_DIR }: { DATA_DIR: string }): Promise<string[]> {
  const { database } = await openNewest(folderPlace(join(DATA_DIR, 'snapshots', 'daily-papers')))
  const papers = database.all<{ id: string }>('SELECT id FROM paper ORDER BY id')
  database.close()
  return papers.map(({ id }) => id)
}
