import { expect, test } from 'vitest'
import { backfillMessages } from './backfill-messages.ts'

const today = '2026-03-01'

test('every day has one message, newest first, in batches that SQS takes', () => {
  const batches = backfillMessages('2024-02-20', '2024-03-02', today)
  expect(batches.map(batch => batch.length)).toEqual([10, 2])
  expect(batches[0]?.slice(0, 3)).toEqual([
    { Id: '2024-03-02', MessageBody: '{"day":"2024-03-02"}' },
    { Id: '2024-03-01', MessageBody: '{"day":"2024-03-01"}' },
    { Id: '2024-02-29', MessageBody: '{"day":"2024-02-29"}' },
  ])
  expect(batches.at(-1)?.at(-1)?.Id).toBe('2024-02-20')
})

test('one day is one message', () => {
  expect(backfillMessages('2024-03-02', '2024-03-02', today)).toHaveLength(1)
})

test('the days are those of the local command: none in the future, none before the first', () => {
  expect(() => backfillMessages('2026-03-01', '2026-03-02', today)).toThrow('2026-03-02 is in the future')
  expect(() => backfillMessages('2023-05-03', '2024-03-02', today)).toThrow(
    'the first day that you can load is 2023-05-04',
  )
})
