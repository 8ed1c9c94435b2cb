import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

test('without settings every variable has its default and the engine is embedded', () => {
  expect(readEnv({})).toEqual({
    PORT: 4000,
    HOST: '127.0.0.1',
    HUB_URL: 'https://huggingface.co',
    TABLE_NAME: 'daily-papers',
    DATA_DIR: resolve('.data'),
    DIGEST_FROM: 'papers@localhost',
    DKIM_SELECTOR: 'digest',
  })
})

test('a blank variable is unset', () => {
  expect(readEnv({ PORT: '', HF_TOKEN: ' ', NOW: '' })).toEqual(readEnv({}))
})

test('addresses may end with a slash', () => {
  const env = readEnv({ HUB_URL: 'http://127.0.0.1:9/', DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000' })
  expect(env.HUB_URL).toBe('http://127.0.0.1:9')
  expect(env.DYNAMODB_ENDPOINT).toBe('http://127.0.0.1:8000')
})

test('the error names all problems, each with what it must be', () => {
  const wrong = { PORT: '70000', HUB_URL: 'huggingface.co', TABLE_NAME: 'a b', NOW: '2026-05-29' }
  expect(() => readEnv(wrong)).toThrowError(
    [
      'cannot start with these settings:',
      '  PORT must be a port, 0 to 65535 (0: any free one), not "70000"',
      '  HUB_URL must be a URL like https://example.org, not "huggingface.co"',
      '  TABLE_NAME must be 3 to 248 letters, digits, dots, hyphens or underscores, not "a b"',
      '  NOW must be an instant with its offset, like 2026-05-29T12:00:00Z, not "2026-05-29"',
    ].join('\n'),
  )
})

test('port 0 means any free port', () => {
  expect(readEnv({ PORT: '0' }).PORT).toBe(0)
})
