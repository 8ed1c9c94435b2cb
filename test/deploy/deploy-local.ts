/**
 * `pnpm deploy:local`: the real `cdk deploy` into an account of AWS on loopback, its schedules fired at `NOW` against `HUB_URL`,
 * its API served on this machine.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'
import { askFeed } from '@daily-papers/local/ask.ts'
import { clockFrom } from '@daily-papers/local/clock.ts'
import { runCommand } from '@daily-papers/local/command.ts'
import { readEnv } from '@daily-papers/local/env.ts'
import { ingestedLine, listeningLine, openLine } from '@daily-papers/local/lines.ts'
import { portTaken } from '@daily-papers/local/port-taken.ts'
import { dayOf } from '@daily-papers/papers/days.ts'
import { cdk } from './cdk.ts'
import { startSampleHub } from './sample-hub.ts'
import { type Account, startAccount } from './stand-in/account.ts'
import { removeCode } from './stand-in/lambda/code.ts'

const USAGE = `pnpm deploy:local: deploys into a stand-in for AWS on this machine, and serves what was deployed until Ctrl+C

Settings: HUB_URL, HF_TOKEN, HOST, PORT, NOW; see the README. It takes no arguments.
`
const HUB_TOKEN = '/daily-papers/hub-token'
const PATIENCE_MS = 10_000
const PAPERS_PER_DAY = 25

const tell = (line: string) => process.stderr.write(`${line}\n`)

/** @throws Error when nothing can listen there, before all the work that comes first */
async function tryPort(host: string, port: number): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, 'listening').catch(error => Promise.reject(portTaken(error, port)))
  server.close()
}

interface Deployment {
  hubUrl: string
  token: string | undefined
  signal: AbortSignal
}

/** Deploys, with nothing there before. */
async function deploy(account: Account, { hubUrl, token, signal }: Deployment): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'daily-papers-'))
  const context = ['-c', `hubUrl=${hubUrl}`]
  if (token) {
    account.parameters.set(HUB_TOKEN, token)
    context.push('-c', `hubTokenParameter=${HUB_TOKEN}`)
  }
  try {
    const { code, output } = await cdk(['deploy', ...context], { endpointUrl: account.url, home, signal })
    if (code !== 0) throw new Error(`cdk deploy failed:\n${output}`)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** Fires the schedules of the stage as of an instant: the hourly run, then the build of the snapshot. */
async function fireSchedules(account: Account, instant: string): Promise<void> {
  const fire = (id: string) => account.fire(account.inventory.one('AWS::Scheduler::Schedule', id), instant)
  const tellFailure = (what: string, payload: unknown) =>
    tell(`${what} failed: ${(payload as { errorMessage: string }).errorMessage}`)
  const run = await fire('Hourly')
  if (run.ok) process.stdout.write(`${ingestedLine(run.payload as IngestSummary)}\n`)
  else tellFailure('the scheduled run', run.payload)
  const build = await fire('SnapshotSchedule')
  if (!build.ok) tellFailure('the build of the snapshot', build.payload)
}

await runCommand(async signal => {
  const [argument] = process.argv.slice(2)
  if (argument === '--help' || argument === '-h') {
    process.stdout.write(USAGE)
    return 0
  }
  if (argument !== undefined) throw new Error(`${argument} is not known\n\n${USAGE}`)
  const { HUB_URL, HF_TOKEN, HOST, PORT, NOW } = readEnv()
  const now = clockFrom(NOW)
  await tryPort(HOST, PORT)
  const hub = hubFeed({ baseUrl: HUB_URL, token: HF_TOKEN, now, retries: 0 })
  const silence = await askFeed(hub, dayOf(now()), PATIENCE_MS, signal)
  if (silence) tell(`the Hub cannot be reached (${silence}); a sample of made-up papers takes its place`)
  const sample = silence ? await startSampleHub({ papersPerDay: PAPERS_PER_DAY }) : null
  const account = await startAccount({ aheadMs: now() - Date.now() })
  let api: Awaited<ReturnType<Account['serve']>> | undefined
  try {
    tell('cdk deploy, into a stand-in for AWS on this machine …')
    await deploy(account, { hubUrl: sample?.url ?? HUB_URL, token: HF_TOKEN, signal })
    tell(`deployed ${account.inventory.all().length} resources; the functions bring in the first papers …`)
    await account.functions.idle()
    await fireSchedules(account, new Date(now()).toISOString())
    const refused = account.judge.usedButNotPermitted()
    tell(`${account.judge.calls.length} calls were judged by the roles, ${refused.length || 'none'} refused`)
    for (const line of refused) tell(`  ${line}`)
    api = await account.serve({ host: HOST, port: PORT })
    process.stdout.write(`${openLine(api.url)}\n${listeningLine(api.url)}\n`)
    tell('open it in a browser for GraphiQL; Ctrl+C ends it, and nothing is kept')
    if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve))
    return 0
  } finally {
    api?.close()
    sample?.close()
    await account.close()
    await removeCode()
  }
})
