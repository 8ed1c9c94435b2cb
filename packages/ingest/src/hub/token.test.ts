import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { readToken } from './token.ts'

const lines: string[] = []
const log = createLog({ write: line => lines.push(line), now: () => 0 })

test('the token comes from the settings, else from the parameter they name', async () => {
  const stored = async (name: string) => `value of ${name}`
  expect(await readToken({}, log, stored)).toBeUndefined()
  expect(await readToken({ HF_TOKEN: 'hf_a', HF_TOKEN_PARAMETER: '/hub' }, log, stored)).toBe('hf_a')
  expect(await readToken({ HF_TOKEN_PARAMETER: '/hub' }, log, stored)).toBe('value of /hub')
})

test('a parameter that cannot be read is logged, and the feed is read without it', async () => {
  const denied = () => Promise.reject(new Error('AccessDenied'))
  expect(await readToken({ HF_TOKEN_PARAMETER: '/hub' }, log, denied)).toBeUndefined()
  expect(lines.join()).toContain('AccessDenied')
})
