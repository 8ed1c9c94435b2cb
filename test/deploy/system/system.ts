import { afterAll, inject } from 'vitest'
import { type Assembly, readAssembly } from '../assembly.ts'
import { startAccount } from '../stand-in/account.ts'
import { removeCode } from '../stand-in/lambda/code.ts'

// Of every file of tests, after its last account is closed.
afterAll(removeCode)

/** The instant at which the clocks of the deployed functions start: a Friday. */
export const NOW = '2026-05-29T12:00:00Z'
export const STACK = 'DailyPapers-dev'

let synthesized: Assembly | undefined
/** The app as it is. */
export const assembly = (): Assembly => {
  synthesized ??= readAssembly(inject('assembly'), STACK)
  return synthesized
}

/** The app as it is in production, with and without the digest. */
export const production = (): Assembly => readAssembly(inject('production'), 'DailyPapers-prod')
export const withDigest = (): Assembly => readAssembly(inject('withDigest'), 'DailyPapers-prod')

/** An account into which an assembly is deployed, its first papers brought in. Its clock starts at `now`. */
export async function deployed({ name, template, objects }: Assembly = assembly(), now = NOW) {
  const account = await startAccount({ aheadMs: Date.parse(now) - Date.now(), objects: new Map(objects) })
  try {
    await account.deploy(name, template)
    await account.functions.idle()
    return account
  } catch (error) {
    await account.close()
    throw error
  }
}

/** Asks a served API. */
export async function ask(url: string, query: string, variables: Record<string, unknown> = {}) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await answer.json()) as { data?: Record<string, unknown>; errors?: unknown[]; message?: string }
}
