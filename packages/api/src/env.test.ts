import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

test('an environment with a table name is enough', () => {
  expect(readEnv({ TABLE_NAME: 'papers', PATH: '/bin' })).toEqual({ TABLE_NAME: 'papers' })
})

test('everything that is wrong with the environment is said at once', () => {
  expect(() => readEnv({ DYNAMODB_ENDPOINT: 'nowhere' })).toThrow(/TABLE_NAME: [\s\S]*DYNAMODB_ENDPOINT: /)
})
