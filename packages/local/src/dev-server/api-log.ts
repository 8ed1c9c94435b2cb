import type { Log } from '@daily-papers/api/log.ts'
import { terminalLog } from '../cli/terminal-log.ts'

/** The API's log for people: one line per event, and below it the stack trace of an error. An INFO line has no mark. */
export function apiLog(write: (text: string) => void): Log {
  const log = terminalLog(write, () => false)
  return ({ level, message, error, ...fields }) => {
    if (level === 'INFO') return write([message, ...Object.values(fields)].join(': '))
    if (level === 'WARN') return log.warn(message, fields)
    log.error(message, fields)
    const { stack } = (error ?? {}) as { stack?: string }
    if (stack) write(stack)
  }
}
