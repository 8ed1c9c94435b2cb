/** How long a command may take to end after a signal. */
const GRACE_MS = 20_000

/**
 * Runs a command and ends the process with its exit code. A signal gives 0. An error gives 1 and its message on stderr.
 */
export async function runCommand(command: (signal: AbortSignal) => Promise<number>): Promise<never> {
  const ended = new AbortController()
  const end = () => {
    ended.abort()
    setTimeout(() => process.exit(1), GRACE_MS).unref()
  }
  // The terminal and pnpm both send the signal, so a second one is ignored.
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  const code = await command(ended.signal).catch(error => {
    if (!ended.signal.aborted)
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  })
  process.exit(ended.signal.aborted ? 0 : code)
}
