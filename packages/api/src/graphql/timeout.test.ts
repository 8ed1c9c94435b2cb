import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { get } from '../testing/request.ts'
import { answerGraphQL } from './answer-graphql.ts'
import { createPersistedQueries } from './persisted.ts'

test('a failure after the time-out is not logged', async () => {
  const events: unknown[] = []
  const { status } = await answerGraphQL(get('{ late }'), {
    execute: async (_params, { signal }) => {
      await new Promise(resolve => signal.addEventListener('abort', resolve))
      const originalError = new Error('Request aborted')
      return { data: null, errors: [new GraphQLError('Request aborted', { originalError, path: ['late'] })] }
    },
    persisted: createPersistedQueries(),
    log: event => events.push(event),
    timeoutMs: 20,
  })
  await new Promise(resolve => setTimeout(resolve, 20))
  expect({ status, events }).toEqual({ status: 504, events: [] })
})
