import type { Progress } from '@daily-papers/ingest/ingest.ts'
import cliProgress from 'cli-progress'

export interface ProgressBar {
  update(progress: Progress): void
  /** Writes a line above the bar. */
  write(line: string): void
  stop(): void
}

/** A bar of days on a terminal; nothing but the lines where there is none. */
export function progressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY)
    return { update: () => {}, write: line => void stream.write(`${line}\n`), stop: () => {} }
  const bar = new cliProgress.SingleBar(
    {
      stream,
      format: '{bar} {value}/{total} days, {failed} failed, at {day}',
      clearOnComplete: true,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  )
  return {
    update({ done, total, failed, day }) {
      if (!bar.isActive) bar.start(total, done, { failed, day })
      bar.update(done, { failed, day })
    },
    write: line => void stream.write(`\r\x1b[K${line}\n`),
    stop: () => bar.stop(),
  }
}
