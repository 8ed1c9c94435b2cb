import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Dkim } from '@daily-papers/digest/smtp.ts'
import type { Env } from '../env.ts'

type Settings = Pick<Env, 'DIGEST_FROM' | 'DKIM_KEY' | 'DKIM_SELECTOR'>

/**
 * DKIM signature for the sender's domain. Undefined without a key.
 * @throws Error that names the setting, if the file holds no private key or the sender has no domain
 */
export function dkimOf({ DIGEST_FROM, DKIM_KEY, DKIM_SELECTOR }: Settings): Dkim | undefined {
  if (DKIM_KEY === undefined) return undefined
  const domainName = /@([^@>\s]+)>?\s*$/.exec(DIGEST_FROM)?.[1]
  if (domainName === undefined)
    throw new Error(`DIGEST_FROM=${DIGEST_FROM}: must be an address like papers@example.org`)
  return { domainName, keySelector: DKIM_SELECTOR, privateKey: privateKeyIn(DKIM_KEY) }
}

function privateKeyIn(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8')
    createPrivateKey(pem)
    return pem
  } catch (error) {
    throw new Error(`DKIM_KEY=${file}: must be a file with a private key (PEM): ${(error as Error).message}`)
  }
}
