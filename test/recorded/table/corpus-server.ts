import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { type RunningServer, startServer } from '@daily-papers/api/transport/node.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Corpus } from '../../days/corpus.ts'
import { filledTable } from './filled-table.ts'

export interface CorpusServer extends RunningServer {
  /** What the server logged: failures that no client sees. */
  logged: unknown[]
}

/** The API on loopback over all days of a corpus. */
export async function startCorpusServer(corpus: Corpus): Promise<CorpusServer> {
  const { client, tableName, snapshots } = filledTable(corpus)
  const logged: CorpusServer['logged'] = []
  const api = createPapersApi({
    store: createQuestions(client, tableName),
    snapshots: folderPlace(snapshots),
    now: () => Date.parse(corpus.now),
    log: event => logged.push(event),
  })
  return { ...(await startServer({ api, port: 0 })), logged }
}
