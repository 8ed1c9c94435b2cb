/** `pnpm run show <paper>`: prints every item of a paper, decoded, as JSON. */
import { paperIdFrom } from '@daily-papers/papers/arxiv.ts'
import { inspectPaper } from '@daily-papers/store/inspect.ts'
import { soleArgument } from '../cli/argument.ts'
import { runCommand } from '../cli/command.ts'
import { openDynamoDb } from '../dynamo-db.ts'
import { readEnv } from '../env.ts'

const USAGE = `pnpm run show <paper>: prints every item of a paper in the table, decoded, as JSON

  <paper>        its arXiv id, or the address of its page on arXiv or the Hub

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR; see the README.
`

await runCommand(async () => {
  const reference = soleArgument(process.argv.slice(2), '<paper>')
  if (reference === null) {
    process.stdout.write(USAGE)
    return 0
  }
  const id = paperIdFrom(reference)
  if (id === null)
    throw new Error(`"${reference}" names no paper: give an arXiv id like 2503.02130, or a paper's address`)
  const env = readEnv()
  const database = await openDynamoDb(env)
  try {
    await database.prepare(env.TABLE_NAME)
    const items = await inspectPaper(database.client, env.TABLE_NAME, id)
    if (items.length === 0)
      throw new Error(`the table ${env.TABLE_NAME} has no paper ${id}: load its day with pnpm ingest`)
    process.stdout.write(`${JSON.stringify(items, null, 2)}\n`)
    return 0
  } finally {
    await database.close()
  }
})
