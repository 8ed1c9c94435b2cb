import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'
import type { Instant } from '@daily-papers/papers/paper.ts'
import { nextRun, type Wait } from './next-run.ts'

/** How long the feed may take to answer at the first try, and later. */
const FIRST_PATIENCE_MS = 5_000
const PATIENCE_MS = 60_000
const ASK_AGAIN_MS = 15_000

export interface RefreshOptions {
  /** Asks whether the feed answers. Null when it does, else the reason. */
  ask(patienceMs: number): Promise<string | null>
  /** Brings in what is to be shown at once. */
  begin(): Promise<IngestSummary>
  /** Brings in what the production schedule asks for at an instant. */
  refresh(scheduledTime: Instant): Promise<IngestSummary>
  /** The feed does not answer, told once each time it stops answering. */
  onSilence(reason: string): Promise<void>
  /** A run has brought in what the feed holds. */
  onRun(summary: IngestSummary): void | Promise<void>
  now: () => number
  wait: Wait
}

const instant = (ms: number): Instant => new Date(ms).toISOString()

/** Brings in the first days, then refreshes by the production schedule, for ever; a feed that does not answer is asked again. */
export async function keepFresh(options: RefreshOptions): Promise<never> {
  const { now, wait } = options
  let run = options.begin
  let patienceMs = FIRST_PATIENCE_MS
  for (;;) {
    let told = false
    for (
      let reason = await options.ask(patienceMs);
      reason !== null;
      reason = await options.ask(PATIENCE_MS)
    ) {
      if (!told) await options.onSilence(reason)
      told = true
      await wait(now() + ASK_AGAIN_MS)
    }
    patienceMs = PATIENCE_MS
    await options.onRun(await run())
    await wait(nextRun(now()))
    run = () => options.refresh(instant(now()))
  }
}
