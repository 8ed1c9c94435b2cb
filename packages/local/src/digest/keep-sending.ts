import type { Wait } from '../next-run.ts'

const MINUTE_MS = 60_000

/**
 * Sends due mails at the beginning of each minute, until the wait is ended. A failure is reported, and the next
 * minute tries again.
 */
export async function keepSending(
  sendDue: () => Promise<void>,
  { now, wait, tell }: { now: () => number; wait: Wait; tell: (text: string) => void },
): Promise<never> {
  for (;;) {
    await wait((Math.floor(now() / MINUTE_MS) + 1) * MINUTE_MS)
    await sendDue().catch(error => tell(`digest: nothing could be sent: ${error.message}\n`))
  }
}
