import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { createApp } from '../../../infra/src/app.ts'
import { startSampleHub } from '../sample-hub.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with a synthesis of the app each, their ingest reading from `hubUrl`. */
    assembly: string
    production: string
    withDigest: string
    hubUrl: string
  }
}

const { context } = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8'))

/** A stand-in for the Hub, and syntheses of the app that read from it, for all tests of the deployment. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const hub = await startSampleHub()
  const home = await mkdtemp(join(tmpdir(), 'daily-papers-synth-'))
  const synthesized = (name: string, options: Record<string, string>): string => {
    const given = { ...context, hubUrl: hub.url, ...options }
    // The rules take seconds for each app, and `options.test.ts` deploys with them.
    const app = createApp({
      outdir: join(home, name),
      context: given,
      builtinCloudFormationValidation: false,
    })
    return app.synth().directory
  }
  project.provide('assembly', synthesized('dev', {}))
  project.provide('production', synthesized('production', { stage: 'prod' }))
  project.provide('withDigest', synthesized('digest', { stage: 'prod', digestFrom: 'papers@example.org' }))
  project.provide('hubUrl', hub.url)
  return async () => {
    hub.close()
    await rm(home, { recursive: true, force: true })
  }
}
