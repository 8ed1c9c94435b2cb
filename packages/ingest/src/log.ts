import type { Instant } from '@daily-papers/papers/paper.ts'

export type Fields = Record<string, unknown>

export interface Log {
  info(message: string, fields?: Fields): void
  warn(message: string, fields?: Fields): void
  error(message: string, fields?: Fields): void
}

/** Writes one line of text, and adds the line end. */
export type WriteLine = (line: string) => void

export const writeStdout: WriteLine = line => void process.stdout.write(`${line}\n`)

/**
 * A log of one JSON object a line: `timestamp`, `level` (the two names that Lambda filters by), `message`, then the
 * fields.
 */
export function createLog(options: { write?: WriteLine; now?: () => number } = {}): Log {
  const { write = writeStdout, now = Date.now } = options
  const at =
    (level: string) =>
    (message: string, fields: Fields = {}) => {
      const timestamp: Instant = new Date(now()).toISOString()
      write(JSON.stringify({ timestamp, level, message, ...fields }, plainly))
    }
  return { info: at('INFO'), warn: at('WARN'), error: at('ERROR') }
}

/** An Error has no enumerable properties, so JSON would show `{}`. */
function plainly(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (!(value instanceof Error)) return value
  return {
    name: value.name,
    message: value.message,
    stack: value.stack,
    ...(value.cause ? { cause: value.cause } : {}),
  }
}
