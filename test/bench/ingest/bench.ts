import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startDynoxide } from '../../long/crash/dynoxide.ts'
import type { Bench, Row } from '../report.ts'

/** Runs of the ingest into dynoxide, which counts writes to indexes too. */
export const benchIngest: Bench = async ({ quick, progress }) => {
  const engine = await startDynoxide()
  try {
    const days = quick ? 7 : 56
    const rows: Row[] = []
    progress('a first run')
    const child = fork(fileURLToPath(new URL('run.ts', import.meta.url)), [engine.url, String(days)])
    child.on('message', row => {
      rows.push(row as Row)
      progress(`${rows.length} of 3 runs done`)
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error('The ingest failed')
    const note =
      "The built-in sample has 25 papers on every weekday. The runs don't wait between requests to the Hub. Memory is the peak of the process up to the end of the run."
    return [{ title: `Runs of the ingest over ${days} days`, note, rows }]
  } finally {
    await engine.kill('SIGTERM')
  }
}
