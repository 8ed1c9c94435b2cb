import type { Fields, Log } from '@daily-papers/ingest/log.ts'

/**
 * A log for people: one line per warning or error, such as `error: day failed (day 2026-05-29, reason …)`.
 * @param isQuiet while true it writes nothing, as when the command is ending and everything fails
 */
export function terminalLog(write: (line: string) => void, isQuiet: () => boolean): Log {
  const at = (level: string) => (message: string, fields?: Fields) => {
    if (!isQuiet()) write(`${level}: ${message}${details(fields)}`)
  }
  return { info: () => {}, warn: at('warning'), error: at('error') }
}

function details(fields: Fields = {}): string {
  const shownFields = Object.entries(fields).map(([name, value]) => `${name} ${shown(value)}`)
  return shownFields.length > 0 ? ` (${shownFields.join(', ')})` : ''
}

function shown(value: unknown): string {
  if (value instanceof Error) return value.message
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'unknown')
}
