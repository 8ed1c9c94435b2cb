/** `pnpm restore-history <file>`: adds an export of the history to the table. */
import { openHistory } from '@daily-papers/snapshot/history-file.ts'
import { soleArgument } from '../cli/argument.ts'
import { runCommand } from '../cli/command.ts'
import { counted } from '../cli/counted.ts'
import { readEnv } from '../env.ts'
import { maintain } from './maintain.ts'

const USAGE = `pnpm restore-history <file>: adds an export of the history to the table

  <file>         a file of \`pnpm export-history\`, or of a stage's history bucket

What the table has stays, and what it lacks is added. People who asked to be
left out are removed again. You can run it before or after the papers are
loaded, and again after an interruption.

Settings: DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR; see the README.
`

await runCommand(async signal => {
  const file = soleArgument(process.argv.slice(2), '<file>')
  if (file === null) {
    process.stdout.write(USAGE)
    return 0
  }
  const exported = await openHistory(file)
  const { papers, steps, forgotten } = await maintain(readEnv(), signal, maintenance =>
    maintenance.restore(exported),
  )
  process.stdout.write(
    `restored the history of ${counted(papers, 'paper')} and the changes of ${counted(steps, 'step')} ` +
      `as of ${exported.exportedAt}, and removed ${counted(forgotten.length, 'person', 'people')} again\n`,
  )
  return 0
})
