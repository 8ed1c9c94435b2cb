import { expect, test } from 'vitest'
import { workOf } from './event.ts'

const NOW = Date.parse('2026-03-03T12:00:00Z')

test.each([
  ['EventBridge Scheduler', { scheduledTime: '2026-03-03T05:00:00Z' }],
  [
    'an EventBridge rule',
    { 'detail-type': 'Scheduled Event', source: 'aws.events', time: '2026-03-03T05:00:00Z', detail: {} },
  ],
])('the days of %s follow from the time it was scheduled for', (_, event) => {
  const { source, days } = workOf(event, NOW + 86_400_000)
  expect(source).toBe('schedule')
  expect(days).toHaveLength(8)
  expect(days[0]).toBe('2026-03-03')
})

test('a batch of messages asks for each of its days once and keeps its unreadable messages apart', () => {
  const Records = [
    { messageId: 'a', body: '{"day":"2024-01-02"}', eventSource: 'aws:sqs' },
    { messageId: 'b', body: '{"day":"2024-01-02"}' },
    { messageId: 'c', body: '{"day":"2024-02-30"}' },
    { messageId: 'd', body: 'hello' },
  ]
  expect(workOf({ Records }, NOW)).toEqual({
    source: 'message',
    days: ['2024-01-02'],
    messages: [
      { messageId: 'a', day: '2024-01-02' },
      { messageId: 'b', day: '2024-01-02' },
      { messageId: 'c', day: null },
      { messageId: 'd', day: null },
    ],
  })
})

test.each([
  [{ day: '2024-02-29' }, ['2024-02-29']],
  [{ from: '2024-02-28', to: '2024-03-01' }, ['2024-03-01', '2024-02-29', '2024-02-28']],
  [{ from: '2026-03-02' }, ['2026-03-03', '2026-03-02']],
  [{ days: 2 }, ['2026-03-03', '2026-03-02']],
])('by hand, %j names its days', (event, days) => {
  expect(workOf(event, NOW)).toEqual({ source: 'hand', days, messages: [] })
})

test.each([[{}], [null], [undefined]])('with nothing said (%j) the last 7 days are read', event => {
  expect(workOf(event, NOW).days).toHaveLength(7)
})

test.each([
  [
    { from: '2025-01-01', to: '2025-04-11' },
    '101 days; one invocation reads at most 100: begin at 2025-01-02',
  ],
  [{ from: '2025-01-02', to: '2025-01-01' }, 'must not be after'],
  [{ day: '2026-03-04' }, 'in the future; the newest day is 2026-03-03'],
])('%j is refused with the reason', (event, reason) => {
  expect(() => workOf(event, NOW)).toThrow(reason)
})

test.each([
  [{ day: 'today' }],
  [{ dya: '2026-03-03' }],
  [{ Records: [] }],
  ['2026-03-03'],
  [[]],
  [{ days: 0 }],
  [{ scheduledTime: '<x>' }],
])('%j is no event, and the error names the forms that are', event => {
  expect(() => workOf(event, NOW)).toThrow(/unknown event .*accepted are: \{"scheduledTime": instant\}/)
})
