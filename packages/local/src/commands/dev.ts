/** `pnpm dev`: the whole system on one machine: embedded DynamoDB, API, and an ingest that keeps it fresh. */
import { dayOf } from '@daily-papers/papers/days.ts'
import { clockFrom } from '../cli/clock.ts'
import { runCommand } from '../cli/command.ts'
import { listeningLine, openLine } from '../cli/lines.ts'
import { parseOptions } from '../cli/options.ts'
import { usage } from '../cli/usage.ts'
import { watch } from '../cli/watch.ts'
import { loadFeed } from '../dev-server/load-feed.ts'
import { startSystem } from '../dev-server/system.ts'
import { keepSending } from '../digest/keep-sending.ts'
import { readEnv } from '../env.ts'
import { waitBy } from '../next-run.ts'

await runCommand(async signal => {
  const env = readEnv()
  const now = clockFrom(env.NOW)
  const options = parseOptions('dev', process.argv.slice(2), dayOf(now()))
  if (options.help) {
    process.stdout.write(usage('dev'))
    return 0
  }
  if (options.watch) return watch(signal)
  const system = await startSystem(env, now)
  try {
    process.stdout.write(`${openLine(system.url)}\n${listeningLine(system.url)}\n`)
    const tell = (text: string) => void process.stderr.write(text)
    const sending = keepSending(system.sendDue, { now, wait: waitBy(now, signal), tell })
    const work = options.ingest ? [sending, loadFeed({ system, env, options, now, signal })] : [sending]
    const ended = new Promise(resolve => signal.addEventListener('abort', resolve))
    await Promise.race([...work, ended, system.database.failure])
    await Promise.allSettled(work)
    return 0
  } finally {
    await system.close()
  }
})
