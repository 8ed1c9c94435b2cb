import type { Api } from '@daily-papers/api/api.ts'
import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { startServer } from '@daily-papers/api/transport/node.ts'
import { buildReader } from '@daily-papers/reader/build.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { portTaken } from '../cli/port-taken.ts'
import { localDigest } from '../digest/local-digest.ts'
import { type DynamoDb, openDynamoDb } from '../dynamo-db.ts'
import { type Env, sampleTable } from '../env.ts'
import { snapshotFolder } from '../snapshots/snapshot-folder.ts'
import { apiLog } from './api-log.ts'

/** The database and the API over one of its tables. */
export interface System {
  database: DynamoDb
  /** Root of the API, without a trailing slash. */
  url: string
  /** Sends the digests that are due. */
  sendDue(): Promise<void>
  /** Serves another table from the next request. */
  show(tableName: string): void
  close(): Promise<void>
}

/** Starts the database, creates the table if it is missing, and serves it. */
export async function startSystem(env: Env, now: () => number): Promise<System> {
  const [database] = await Promise.all([openDynamoDb(env), buildReader()])
  const apiOf = (tableName: string): Api =>
    createPapersApi({
      store: createQuestions(database.client, tableName),
      snapshots: folderPlace(snapshotFolder(env, tableName)),
      isSample: tableName === sampleTable(env),
      now,
      ...(env.PARTIAL_STATUS === '200' && { partialStatus: 200 }),
      log: apiLog(line => void process.stderr.write(`${line}\n`)),
      hasDigest: true,
    })
  try {
    await database.writer(env.TABLE_NAME)
    let api = apiOf(env.TABLE_NAME)
    const { HOST: host, PORT: port, PUBLIC_URL: publicUrl } = env
    let url = ''
    const digest = localDigest(env, database, now, () => ({ url, site: publicUrl ?? url }))
    const handle: Api['handle'] = request =>
      digest.answers(request.path) ? digest.answer(request) : api.handle(request)
    const server = await startServer({ api: { handle }, host, port, publicUrl }).catch(error =>
      Promise.reject(portTaken(error, port)),
    )
    url = server.url
    return {
      database,
      url,
      sendDue: digest.sendDue,
      show(tableName) {
        api = apiOf(tableName)
      },
      async close() {
        await server.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
