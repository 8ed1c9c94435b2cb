import { randomUUID } from 'node:crypto'
import { createClient } from '@daily-papers/store/client.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { BACKFILL_GAP_MS, BACKFILL_READERS } from '../backfill-pace.ts'
import { readEnv } from '../env.ts'
import { artefactsOf } from '../hub/hub-artefacts.ts'
import { createHubClient } from '../hub/hub-client.ts'
import { feedOf, hubFeed } from '../hub/hub-feed.ts'
import { readToken } from '../hub/token.ts'
import { createLog, writeStdout } from '../log.ts'
import { createHandler, LAST_WRITES_MS } from './invocation.ts'

const env = readEnv()
const log = createLog()
const hub = { baseUrl: env.HUB_URL, token: await readToken(env, log), log }
const hubClient = createHubClient(hub)
const feed = feedOf(hubClient)
const client = createClient({ endpoint: env.DYNAMODB_ENDPOINT })

/** The Lambda function: reads the days that an event asks for (see `workOf`). */
export const handler = createHandler({
  feeds: {
    schedule: feed,
    hand: feed,
    message: hubFeed({ ...hub, minimumGapMs: BACKFILL_READERS * BACKFILL_GAP_MS }),
  },
  artefacts: artefactsOf(hubClient),
  store: createWriter(client, env.TABLE_NAME, {
    owner: `lambda/${randomUUID()}`,
    patienceMs: LAST_WRITES_MS - 10_000,
  }),
  log,
  write: writeStdout,
  now: Date.now,
})
