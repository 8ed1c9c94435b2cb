import { randomUUID } from 'node:crypto'
import { createClient } from '@daily-papers/store/client.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { readEnv } from './env.ts'
import { hubFeed } from './hub-feed.ts'
import { createHandler, LAST_WRITES_MS } from './invocation.ts'
import { createLog, writeStdout } from './log.ts'
import { readToken } from './token.ts'

/** Two functions at once stay at 300 requests in 5 minutes, which leaves the hourly run its room below 500. */
const BACKFILL_GAP_MS = 2_000

const env = readEnv()
const log = createLog()
const hub = { baseUrl: env.HUB_URL, token: await readToken(env, log), log }
const feed = hubFeed(hub)
const client = createClient({ endpoint: env.DYNAMODB_ENDPOINT })

/** The Lambda function: reads the days that an event asks for (see `daysOf`). */
export const handler = createHandler({
  feeds: { schedule: feed, hand: feed, message: hubFeed({ ...hub, minimumGapMs: BACKFILL_GAP_MS }) },
  store: createWriter(client, env.TABLE_NAME, {
    owner: `lambda/${randomUUID()}`,
    patienceMs: LAST_WRITES_MS - 10_000,
  }),
  log,
  write: writeStdout,
  now: Date.now,
})
