import { setTimeout as sleep } from 'node:timers/promises'
import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'
import { type Key, leaseKey } from '@daily-papers/store/keys.ts'
import { getItems } from '@daily-papers/store/requests.ts'
import type { Table } from '@daily-papers/store/table.ts'
import { startIngest } from './ingest-process.ts'

/** How a run of the ingest command went: to its end, or killed before. */
export type Fate = { summary: IngestSummary } | { summary: null; whileWriting: boolean }

/** Names the writer that has said what it will write, and is at it or was killed at it. */
async function writerOf(table: Table): Promise<string | undefined> {
  const [lease] = await getItems<Key & Lease>(table, [leaseKey], { consistent: true })
  return lease?.journal && lease.token
}
interface Lease {
  token: string
  journal?: Uint8Array
}

/** Runs the ingest command on a table as a process, which may be killed by SIGKILL at a random instant of its life. */
export function ingestProcesses(table: Table, env: Record<string, string>, random: () => number) {
  const usual = { wholeMs: 0, writingMs: 0 }

  return async (args: readonly string[], now: string, kills: boolean): Promise<Fate> => {
    const left = await writerOf(table)
    const start = performance.now()
    const running = startIngest([...args, '--json'], { ...env, NOW: now, TABLE_NAME: table.name })
    const isWriting = async () => ![undefined, left].includes(await writerOf(table))
    const untilWriting = async (is: boolean) => {
      while ((await isWriting()) !== is && !running.hasEnded()) await sleep(1)
    }
    const writing = async () => {
      await untilWriting(true)
      const since = performance.now()
      await untilWriting(false)
      return performance.now() - since
    }
    const measured = kills ? null : writing()
    // Most of its life it starts and reads: most are killed while they write, if they have anything to write.
    if (kills && random() < 0.7)
      void untilWriting(true)
        .then(() => sleep(random() * usual.writingMs))
        .then(running.kill)
    else if (kills) void sleep(random() * usual.wholeMs).then(running.kill)

    const ended = await running.ended
    if (ended === 'SIGKILL') return { summary: null, whileWriting: await isWriting() }
    if (ended !== 0 && ended !== 1) throw new Error(`the ingest ended with ${ended}: ${running.stderr()}`)
    const end = performance.now()
    usual.wholeMs = end - start
    if (measured) usual.writingMs = await measured
    return { summary: JSON.parse(running.stdout()) }
  }
}
