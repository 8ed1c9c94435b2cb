import { deepStrictEqual } from 'node:assert'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { anEvent } from '@daily-papers/api/testing/event.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { corpus } from '../corpus.ts'
import { small } from '../http/queries.ts'
import { median } from '../numbers.ts'
import type { Bench } from '../report.ts'
import { bundles } from './bundles.ts'

const REFERENCE = 'bare-sdk'
const PLAIN = 'bare-sdk-plain'
const names: Record<string, string> = {
  bare: 'a bare handler',
  [REFERENCE]: 'a bare handler that reads by the SDK',
  [PLAIN]: 'the same, as NodejsFunction bundles it',
  ours: '**this API**',
  yoga: 'Yoga, as NodejsFunction bundles it',
  apollo: 'Apollo Server 5',
}
const ANSWERING = ['ours', 'yoga', 'apollo']

interface Start {
  statusCode: number
  body: string
  milliseconds: number
  cpuMilliseconds: number
}

const run = promisify(execFile)
const runner = fileURLToPath(new URL('run.mjs', import.meta.url))
const event = JSON.stringify(
  anEvent('POST', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(small) }),
)

/** From process start to the first response, one paper read from the embedded engine. */
export const benchCold: Bench = async ({ quick, progress }) => {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-cold-'))
  const engine = await startEngine()
  try {
    const { client, name } = await engine.table()
    await createWriter(client, name, { owner: 'bench' }).putDays(corpus(3))
    progress('bundling')
    const bundled = bundles(['bare', REFERENCE, 'apollo'], outdir)
    const env = {
      PATH: process.env.PATH,
      TABLE_NAME: name,
      DYNAMODB_ENDPOINT: engine.url,
      AWS_ENDPOINT_URL_DYNAMODB: engine.url,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    }
    const startOf = async (peer: string): Promise<Start> => {
      const { stdout } = await run(process.execPath, [runner, bundled.get(peer)?.path ?? '', event], { env })
      return JSON.parse(stdout)
    }
    const dataOf = async (peer: string) => JSON.parse((await startOf(peer)).body).data
    const expected = await dataOf('ours')
    for (const peer of ANSWERING) deepStrictEqual(await dataOf(peer), expected)
    const starts = new Map<string, Start[]>(Object.keys(names).map(peer => [peer, []]))
    const rounds = quick ? 5 : 21
    for (let round = 1; round <= rounds; round++) {
      for (const [peer, all] of starts) {
        progress(`round ${round} of ${rounds}: ${peer}`)
        all.push(await startOf(peer))
      }
    }
    const medianOf = (peer: string, key: 'milliseconds' | 'cpuMilliseconds') =>
      median((starts.get(peer) ?? []).map(start => start[key]))
    const rows = Object.entries(names).map(([peer, name]) => ({
      function: name,
      'bundle, MB': bundled.get(peer)?.megabytes ?? null,
      'median, ms': medianOf(peer, 'milliseconds'),
      'minimum, ms': Math.min(...(starts.get(peer) ?? []).map(({ milliseconds }) => milliseconds)),
      'CPU, ms': medianOf(peer, 'cpuMilliseconds'),
      '× bare with SDK': medianOf(peer, 'milliseconds') / medianOf(REFERENCE, 'milliseconds'),
      '× by NodejsFunction': medianOf(peer, 'milliseconds') / medianOf(PLAIN, 'milliseconds'),
      'CPU × bare with SDK': medianOf(peer, 'cpuMilliseconds') / medianOf(REFERENCE, 'cpuMilliseconds'),
      'CPU × by NodejsFunction': medianOf(peer, 'cpuMilliseconds') / medianOf(PLAIN, 'cpuMilliseconds'),
    }))
    return [{ title: `From process start to the first response, ${rounds} starts each`, rows }]
  } finally {
    await engine.close()
    rmSync(outdir, { recursive: true, force: true })
  }
}
