import type { Progress } from '@daily-papers/ingest/progress.ts'
import cliProgress from 'cli-progress'

export interface ProgressBar {
  update(progress: Progress): void
  /** Writes a line above the bar. */
  write(line: string): void
  stop(): void
}

/** The rate and the time left at that rate: `31.5 days a minute, 58 min left`. */
export function paceText(done: number, total: number, elapsedMs: number): string {
  if (done === 0 || elapsedMs < 1_000) return 'no rate yet'
  const aMinute = (done / elapsedMs) * 60_000
  const seconds = Math.ceil(((total - done) / aMinute) * 60)
  const left = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
  return `${aMinute.toFixed(aMinute < 100 ? 1 : 0)} days a minute, ${left} left`
}

/** A progress bar of days on a terminal. Elsewhere it only writes lines. */
export function progressBar(stream: NodeJS.WriteStream, now: () => number = Date.now): ProgressBar {
  if (!stream.isTTY)
    return { update: () => {}, write: line => void stream.write(`${line}\n`), stop: () => {} }
  const bar = new cliProgress.SingleBar(
    {
      stream,
      format: '{bar} {value}/{total} days, {pace}, {failed} failed, at {day}',
      clearOnComplete: true,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  )
  let startedAt = 0
  return {
    update({ done, total, failed, day }) {
      if (!bar.isActive) startedAt = now()
      const shown = { failed, day, pace: paceText(done, total, now() - startedAt) }
      if (!bar.isActive) bar.start(total, done, shown)
      bar.update(done, shown)
    },
    write: line => void stream.write(`\r\x1b[K${line}\n`),
    stop: () => bar.stop(),
  }
}
