import { createPapersApi } from '@daily-papers/api/api.ts'
import { type RunningServer, startServer } from '@daily-papers/api/transport/node.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createQuestions } from '@daily-papers/store/read.ts'
import { inject } from 'vitest'

export interface RecordedServer extends RunningServer {
  /** What the server logged: failures that no client sees. */
  logged: unknown[]
}

/** The API on loopback over all recorded days, on the day after the last of them. */
export async function startRecordedServer(): Promise<RecordedServer> {
  const recorded = inject('recorded')
  const store = createQuestions(createClient({ endpoint: recorded?.endpoint }), recorded?.tableName ?? '')
  const logged: RecordedServer['logged'] = []
  const now = () => Date.parse('2026-05-30T08:00:00Z')
  const api = createPapersApi({
    store,
    snapshots: folderPlace(recorded?.snapshots ?? ''),
    now,
    log: event => logged.push(event),
  })
  return { ...(await startServer({ api, port: 0 })), logged }
}
