/** `pnpm mcp`: the MCP server over stdio, on the papers of this machine or of a deployed API. */
import { parseArgs } from 'node:util'
import type { Ask } from '@daily-papers/agents/agents.ts'
import { serveOnStdio } from '@daily-papers/agents/stdio.ts'
import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { askAt, askIn } from '../agents/ask-api.ts'
import { siteOf } from '../agents/site-of.ts'
import { withoutDashes } from '../cli/argument.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { apiLog } from '../dev-server/api-log.ts'
import { openDynamoDb } from '../dynamo-db.ts'
import { type Env, readEnv } from '../env.ts'
import { snapshotFolder } from '../snapshots/snapshot-folder.ts'

const USAGE = `pnpm mcp [--url URL]: serves the Model Context Protocol on stdin and stdout

  --url URL      queries a deployed API. Default: the papers of this machine

An assistant starts it (docs/agents.md). It ends when stdin ends.
Settings: PORT, HOST, PUBLIC_URL, DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR, NOW; see the README.
`

const write = (line: string) => void process.stderr.write(`${line}\n`)

interface Source {
  ask: Ask
  site: string
  close(): Promise<void>
}

async function localPapers(env: Env, now: () => number): Promise<Source> {
  const database = await openDynamoDb(env)
  await database.prepare(env.TABLE_NAME)
  const api = createPapersApi({
    store: createQuestions(database.client, env.TABLE_NAME),
    snapshots: folderPlace(snapshotFolder(env, env.TABLE_NAME)),
    now,
    log: apiLog(write),
  })
  const { HOST: host, PORT: port, PUBLIC_URL: site = `http://${host}:${port}` } = env
  return { ask: askIn(api), site, close: () => database.close() }
}

await runCommand(async signal => {
  const { values } = parseArgs({
    args: withoutDashes(process.argv.slice(2)),
    options: { url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const env = readEnv()
  const now = clockFrom(env.NOW)
  const deployed = values.url === undefined ? null : siteOf(values.url)
  const { ask, site, close } = deployed
    ? { ask: askAt(deployed), site: deployed, close: async () => {} }
    : await localPapers(env, now)
  const onError = (error: unknown) => write(error instanceof Error ? error.message : String(error))
  try {
    await serveOnStdio({ ask, site, now, onError, signal })
    return 0
  } finally {
    await close()
  }
})
