import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { cdk } from '../cdk.ts'
import { startSampleHub } from '../sample-hub.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that `cdk synth` wrote, its ingest reading from `hubUrl`. */
    assembly: string
    hubUrl: string
  }
}

/** A stand-in for the Hub, and one synthesis of the app that reads from it, for all tests of the deployment. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const hub = await startSampleHub()
  const home = await mkdtemp(join(tmpdir(), 'daily-papers-synth-'))
  const { code, output } = await cdk(['synth', '--quiet', '-c', `hubUrl=${hub.url}`], {
    endpointUrl: 'http://127.0.0.1:9',
    home,
  })
  if (code !== 0) throw new Error(`cdk synth failed:\n${output}`)
  project.provide('assembly', join(home, 'cdk.out'))
  project.provide('hubUrl', hub.url)
  return async () => {
    hub.close()
    await rm(home, { recursive: true, force: true })
  }
}
