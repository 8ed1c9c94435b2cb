/** An error whose message the assistant sees: what was wrong, and a call that works. */
export class Advice extends Error {
  /** HTTP status of a page: 404 if nothing is found, 400 for a malformed request, 503 if it may work later. */
  readonly status: 400 | 404 | 503

  constructor(message: string, status: 400 | 404 | 503 = 400) {
    super(message)
    this.status = status
  }
}

const LATER = new Set(['SNAPSHOT_UNAVAILABLE', 'RATE_LIMITED', 'TIMEOUT', 'INTERNAL_SERVER_ERROR'])

interface GraphError {
  message: string
  extensions?: Record<string, unknown> | undefined
}

/** The first error of the API as advice: its message names the fix. */
export function adviceOf([error]: readonly GraphError[]): Advice {
  if (!error) return new Advice('The API did not answer. Try again in a minute.', 503)
  return new Advice(error.message, LATER.has(String(error.extensions?.code)) ? 503 : 400)
}

/** A tool call as an assistant would write it: `list_papers {"when":"2026-W22"}`. */
export const call = (tool: string, input: Record<string, unknown>): string =>
  `${tool} ${JSON.stringify(input)}`
