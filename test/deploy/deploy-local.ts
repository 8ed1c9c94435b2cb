/**
 * `pnpm deploy:local`: the real `cdk deploy` into an account of AWS on loopback, its schedule fired at `NOW` against `HUB_URL`,
 * its API served on this machine.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'
import { clockFrom } from '@daily-papers/local/clock.ts'
import { runCommand } from '@daily-papers/local/command.ts'
import { readEnv } from '@daily-papers/local/env.ts'
import { ingestedLine, listeningLine } from '@daily-papers/local/lines.ts'
import { startAccount } from './account.ts'
import { cdk } from './cdk.ts'
import { removeCode } from './lambda/code.ts'

const HUB_TOKEN = '/daily-papers/hub-token'
const tell = (line: string) => process.stderr.write(`${line}\n`)

await runCommand(async signal => {
  const { HUB_URL, HF_TOKEN, HOST, PORT, NOW } = readEnv()
  const now = clockFrom(NOW)
  const account = await startAccount({ aheadMs: now() - Date.now() })
  const home = await mkdtemp(join(tmpdir(), 'daily-papers-'))
  let api: Awaited<ReturnType<typeof account.serve>> | undefined
  try {
    const context = ['-c', `hubUrl=${HUB_URL}`]
    if (HF_TOKEN) {
      account.parameters.set(HUB_TOKEN, HF_TOKEN)
      context.push('-c', `hubTokenParameter=${HUB_TOKEN}`)
    }
    tell('cdk deploy, into a stand-in for AWS on this machine …')
    const { code, output } = await cdk(['deploy', ...context], { endpointUrl: account.url, home })
    if (code !== 0) throw new Error(`cdk deploy failed:\n${output}`)
    tell('deployed; the functions bring in the first papers, then the schedule is fired …')
    await account.functions.idle()
    const schedule = account.inventory.one('AWS::Scheduler::Schedule', 'Hourly')
    const { ok, payload } = await account.fire(schedule, new Date(now()).toISOString())
    if (ok) process.stdout.write(`${ingestedLine(payload as IngestSummary)}\n`)
    else tell(`the scheduled run failed: ${JSON.stringify(payload)}`)
    api = await account.serve({ host: HOST, port: PORT })
    process.stdout.write(`${listeningLine(api.url)}\n`)
    if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve))
    return 0
  } finally {
    api?.close()
    await account.close()
    await removeCode()
    await rm(home, { recursive: true, force: true })
  }
})
