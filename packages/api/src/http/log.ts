/** One line of the log: the fields that Lambda filters by, then the message. */
export interface LogEvent extends Readonly<Record<string, unknown>> {
  level: 'INFO' | 'WARN' | 'ERROR'
  message: string
}

export type Log = (event: LogEvent) => void

/** As JSON on one line. Without a timestamp Lambda would treat every level as information. */
export const logToStderr =
  (now: () => number): Log =>
  event => {
    process.stderr.write(`${JSON.stringify({ timestamp: new Date(now()).toISOString(), ...event })}\n`)
  }
