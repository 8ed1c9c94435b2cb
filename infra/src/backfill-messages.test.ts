import { expect, test } from 'vitest'
import { backfillMessages } from './backfill-messages.ts'

test('every day has one message, newest first, in batches that SQS takes', () => {
  const batches = backfillMessages('2024-02-20', '2024-03-02')
  expect(batches.map(batch => batch.length)).toEqual([10, 2])
  expect(batches[0]?.slice(0, 3)).toEqual([
    { Id: '2024-03-02', MessageBody: '{"day":"2024-03-02"}' },
    { Id: '2024-03-01', MessageBody: '{"day":"2024-03-01"}' },
    { Id: '2024-02-29', MessageBody: '{"day":"2024-02-29"}' },
  ])
  expect(batches.at(-1)?.at(-1)?.Id).toBe('2024-02-20')
})

test('one day is one message', () => {
  expect(backfillMessages('2024-03-02', '2024-03-02')).toHaveLength(1)
})

test.each(['2023-02-30', '2023-5-4', 'yesterday', ''])('"%s" is refused as a day', day => {
  expect(() => backfillMessages(day, '2024-03-02')).toThrow('is not a day like 2023-05-04')
})

test('days in the wrong order are refused', () => {
  expect(() => backfillMessages('2024-03-02', '2024-03-01')).toThrow(
    '--from 2024-03-02 is after --to 2024-03-01',
  )
})
