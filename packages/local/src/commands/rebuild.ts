/** `pnpm rebuild`: derives every item of the table again from the stored raw entries. */
import { parseEntry } from '@daily-papers/ingest/parse.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { ReadRaw } from '@daily-papers/store/reading.ts'
import cliProgress from 'cli-progress'
import { asksForHelp } from '../cli/argument.ts'
import { runCommand } from '../cli/command.ts'
import { readEnv } from '../env.ts'
import { maintain } from './maintain.ts'

const USAGE = `pnpm rebuild: computes all stored data again from the raw feed entries, for example after an upgrade

Lists of people and keywords are incomplete while it works. If you interrupt it,
the next writer completes the lists. Run it again to rebuild the rest.

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR; see the README.
`

const read: ReadRaw = (raw, day) => {
  const parsed = parseEntry(raw, day)
  return 'entry' in parsed ? parsed.entry : null
}

await runCommand(async signal => {
  if (asksForHelp(process.argv.slice(2))) {
    process.stdout.write(USAGE)
    return 0
  }
  const env = readEnv()
  const bar = new cliProgress.SingleBar(
    {
      stream: process.stderr,
      format: '{bar} {value}/{total} papers',
      clearOnComplete: true,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  )
  const papers = await maintain(env, signal, async (maintenance, { client }) => {
    const { totals } = createQuestions(client, env.TABLE_NAME)
    if (process.stderr.isTTY) bar.start((await totals()).papers, 0)
    await maintenance.rebuild(read, done => void (bar.isActive && bar.update(done)))
    return (await totals()).papers
  }).finally(() => bar.stop())
  process.stdout.write(`rebuilt ${papers} papers\n`)
  return 0
})
