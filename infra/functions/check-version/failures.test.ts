import { expect, test } from 'vitest'
import { failures } from './failures.ts'

const examples = [
  { name: 'day', query: '{ day { date } }' },
  { name: 'search', query: '{ search(query: "x") { totalCount } }' },
]
const answering = (statusCode: number, body: unknown) => async () => ({
  statusCode,
  body: JSON.stringify(body),
})

test('a version that answers every example passes, with or without a snapshot', async () => {
  expect(await failures(examples, answering(200, { data: {} }))).toEqual([])
  const errors = [{ message: 'no snapshot', extensions: { code: 'SNAPSHOT_UNAVAILABLE' } }]
  for (const status of [200, 294, 503])
    expect(await failures(examples, answering(status, { data: null, errors }))).toEqual([])
})

test('an error, a status and a crash each fail the version', async () => {
  const errors = [{ message: 'wrong', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]
  expect(await failures(examples, answering(200, { errors }))).toEqual(['day: wrong', 'search: wrong'])
  expect(await failures(examples, answering(500, {}))).toEqual(['day: status 500', 'search: status 500'])
  const crash = () => Promise.reject(new Error('no handler'))
  expect(await failures(examples.slice(0, 1), crash)).toEqual(['day: Error: no handler'])
})
