import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

test('an environment with a table name is enough', () => {
  expect(readEnv({ TABLE_NAME: 'papers', PATH: '/bin' })).toEqual({ TABLE_NAME: 'papers' })
})

test('a blank variable is unset', () => {
  expect(readEnv({ TABLE_NAME: 'papers', PUBLIC_URL: ' ' })).toEqual({ TABLE_NAME: 'papers' })
  expect(() => readEnv({ TABLE_NAME: ' ' })).toThrow(/TABLE_NAME /)
})

test('everything that is wrong with the environment is said at once', () => {
  expect(() => readEnv({ DYNAMODB_ENDPOINT: 'nowhere' })).toThrow(/TABLE_NAME [\s\S]*DYNAMODB_ENDPOINT /)
})
