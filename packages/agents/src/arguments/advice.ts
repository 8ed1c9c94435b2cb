/** An error that the assistant is shown as it is: what was wrong, and the call that works. */
export class Advice extends Error {
  /** What a page answers with: 404 where there is nothing, 400 for what cannot be read, 503 when it may work later. */
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

/** The first error of the graph as advice: its messages name the fix. */
export function adviceOf([error]: readonly GraphError[]): Advice {
  if (!error) return new Advice('The graph did not answer. Try again in a minute.', 503)
  return new Advice(error.message, LATER.has(String(error.extensions?.code)) ? 503 : 400)
}

/** A tool call as an assistant would write it: `list_papers {"when":"2026-W22"}`. */
export const call = (tool: string, input: Record<string, unknown>): string =>
  `${tool} ${JSON.stringify(input)}`
