import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

test('only the table must be named', () => {
  expect(readEnv({ TABLE_NAME: 'papers', HF_TOKEN: '', PATH: '/bin' })).toEqual({
    TABLE_NAME: 'papers',
    HUB_URL: 'https://huggingface.co',
  })
})

test('all problems are reported at once', () => {
  expect(() => readEnv({ HUB_URL: 'hub', DYNAMODB_ENDPOINT: 'localhost:8000' })).toThrow(
    [
      'cannot start with these settings:',
      '  HUB_URL must be a URL like https://example.org, not "hub"',
      '  TABLE_NAME must name the DynamoDB table',
      '  DYNAMODB_ENDPOINT must be a URL like https://example.org, not "localhost:8000"',
    ].join('\n'),
  )
})
