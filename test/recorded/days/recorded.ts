import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'

const folder = fileURLToPath(new URL('../../../../shared/hub', import.meta.url))

/** Recorded answers of the feed, which lie beside the project where there are any. */
export const recordedDays: string = join(folder, 'days')
export const hasRecordedDays: boolean = existsSync(recordedDays)
/** What a title says of tests that are skipped without them. */
export const needsRecordedDays = 'with recorded days of the feed in ../shared/hub'

/** The days of which there is a recording, ascending. */
export const daysRecorded = (): Day[] =>
  readdirSync(recordedDays)
    .map(name => name.slice(0, 10))
    .sort()

/** The distinct ids of the papers recorded on a day. */
export function idsRecorded(day: Day): string[] {
  const items: { paper: { id: string } }[] = JSON.parse(
    gunzipSync(readFileSync(join(recordedDays, `${day}.json.gz`))).toString(),
  )
  return [...new Set(items.map(({ paper }) => paper.id))].sort()
}

/** A stand-in for the Hub that serves the recorded days, in a process of its own. */
export interface Replay {
  url: string
  /** Sets its clock. */
  setNow(now: Instant): Promise<void>
  setFaults(faults: { seed: number; rules: object[] }): Promise<void>
  stop(): void
}

/** Starts it with a clock that stands still and no limit of requests. */
export async function startReplay(now: Instant, ...args: string[]): Promise<Replay> {
  const script = join(folder, 'replay.mjs')
  const child: ChildProcess = spawn(
    process.execPath,
    [script, '--now', now, '--speed', '0', '--quota', '0', ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (!child.stdout) throw new Error('the stand-in for the Hub has no output')
  const [line]: string[] = await once(createInterface(child.stdout), 'line')
  const url = /http:\S+/.exec(line ?? '')?.[0] ?? ''
  const put = async (what: string, body: string) => {
    const { ok } = await fetch(`${url}/__replay/${what}`, { method: 'PUT', body })
    if (!ok) throw new Error(`the stand-in for the Hub refused ${body}`)
  }
  return {
    url,
    setNow: instant => put('now', instant),
    setFaults: faults => put('faults', JSON.stringify(faults)),
    stop: () => void child.kill(),
  }
}
