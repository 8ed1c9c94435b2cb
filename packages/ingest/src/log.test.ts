import { expect, test } from 'vitest'
import { createLog } from './log.ts'

const NOW = Date.parse('2026-03-03T12:00:00Z')

function logging() {
  const lines: string[] = []
  return { lines, log: createLog({ write: line => lines.push(line), now: () => NOW }) }
}

test('each message is one line of JSON', () => {
  const { lines, log } = logging()
  log.info('day ingested', { day: '2026-03-03', text: 'a\nb' })
  log.warn('careful')
  log.error('broken')
  expect(lines.map(line => JSON.parse(line))).toEqual([
    {
      timestamp: '2026-03-03T12:00:00.000Z',
      level: 'INFO',
      message: 'day ingested',
      day: '2026-03-03',
      text: 'a\nb',
    },
    { timestamp: '2026-03-03T12:00:00.000Z', level: 'WARN', message: 'careful' },
    { timestamp: '2026-03-03T12:00:00.000Z', level: 'ERROR', message: 'broken' },
  ])
  expect(lines.join('')).not.toContain('\n')
})

test('an error is shown with its message and its cause', () => {
  const { lines, log } = logging()
  log.error('broken', { error: new Error('outer', { cause: new TypeError('inner') }) })
  expect(JSON.parse(lines[0] ?? '').error).toMatchObject({
    name: 'Error',
    message: 'outer',
    cause: { name: 'TypeError', message: 'inner' },
  })
})
