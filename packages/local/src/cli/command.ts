/** How long a command may take to end after a signal. */
const GRACE_MS = 20_000

/**
 * Runs a command to its end and ends the process: with the exit code it gives, with 0 when a signal ended it,
 * with 1 and the error's sentence on stderr when it failed.
 */
export async function runCommand(command: (signal: AbortSignal) => Promise<number>): Promise<never> {
  const ended = new AbortController()
  const end = () => {
    ended.abort()
    setTimeout(() => process.exit(1), GRACE_MS).unref()
  }
  // A terminal and pnpm each send the signal: the second one is no reason to hurry.
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  const code = await command(ended.signal).catch(error => {
    if (!ended.signal.aborted)
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  })
  process.exit(ended.signal.aborted ? 0 : code)
}
