import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'
import type { Instant } from '@daily-papers/papers/paper.ts'
import { nextRun, type Wait } from '../next-run.ts'

/** How long the feed may take to answer, the first time and later. */
const FIRST_PATIENCE_MS = 5_000
const PATIENCE_MS = 60_000
const ASK_AGAIN_MS = 15_000

export interface RefreshOptions {
  /** Null if the feed answers, else the reason. */
  ask(patienceMs: number): Promise<string | null>
  /** The first run. */
  begin(): Promise<IngestSummary>
  /** A run of the production schedule. */
  refresh(scheduledTime: Instant): Promise<IngestSummary>
  /** Called once each time the feed stops answering. */
  onSilence(reason: string): Promise<void>
  /** Called after each run. */
  onRun(summary: IngestSummary): void | Promise<void>
  now: () => number
  wait: Wait
}

const instant = (ms: number): Instant => new Date(ms).toISOString()

/** Makes the first run, then refreshes by the production schedule forever. Asks a silent feed again until it answers. */
export async function keepFresh(options: RefreshOptions): Promise<never> {
  const { now, wait } = options
  let run = options.begin
  let patienceMs = FIRST_PATIENCE_MS
  for (;;) {
    let reported = false
    for (
      let reason = await options.ask(patienceMs);
      reason !== null;
      reason = await options.ask(PATIENCE_MS)
    ) {
      if (!reported) await options.onSilence(reason)
      reported = true
      await wait(now() + ASK_AGAIN_MS)
    }
    patienceMs = PATIENCE_MS
    await options.onRun(await run())
    await wait(nextRun(now()))
    run = () => options.refresh(instant(now()))
  }
}
