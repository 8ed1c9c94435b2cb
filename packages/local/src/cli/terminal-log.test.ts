import { expect, test } from 'vitest'
import { terminalLog } from './terminal-log.ts'

function recorded(isQuiet = () => false) {
  const lines: string[] = []
  return { lines, log: terminalLog(line => lines.push(line), isQuiet) }
}

test('the log has one line per warning or error, with its details, and nothing else', () => {
  const { lines, log } = recorded()
  log.info('day ingested', { day: '2026-05-29' })
  log.warn('entry skipped', { day: '2026-05-29', id: null })
  log.error('day failed', { day: '2026-05-29', reason: 'the Hub answered 503', cause: new Error('late') })
  log.error('stopped')
  expect(lines).toEqual([
    'warning: entry skipped (day 2026-05-29, id null)',
    'error: day failed (day 2026-05-29, reason the Hub answered 503, cause late)',
    'error: stopped',
  ])
})

test('a quiet log writes nothing', () => {
  const { lines, log } = recorded(() => true)
  log.error('day failed')
  expect(lines).toEqual([])
})
