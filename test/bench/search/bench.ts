import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench, Row, Section } from '../report.ts'
import type { Wanted } from './questions.ts'

const start = (file: string, ...args: (string | number)[]): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), args.map(String))

/** What a process sends next. @throws when it ends before */
async function told<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${child.spawnfile} ended with ${code}`)
  })
  return (await Promise.race([once(child, 'message'), ended]))[0]
}

interface Built {
  cpuSeconds: number
  peakMb: number
  fileMb: number
  known: Wanted[]
}
interface Asked {
  rows: Row[]
  memoryMb: number
}

const asking =
  'The times are of a whole request to the API, with papers in memory. *FTS5 alone* is the time to find 20 row numbers in the same file by FTS5, without counts, filters, texts or highlights. A broad word is in at least a fifth of the papers. For a long question and hostile text, FTS5 looks for papers with any of the words. For suggestions, it looks for words with the typed prefix.'
const building =
  'The papers are made up. They have as many words, authors and keywords as those of the feed, with about the same distribution. Memory is the peak of each process. For the API it includes the mapped pages of the file.'

/** How long search and statistics take over a snapshot, by corpus size, beside plain FTS5. */
export const benchSearch: Bench = async ({ quick, full, progress }) => {
  const sizes = [1_000, ...(quick ? [] : [10_000]), ...(full ? [100_000] : [])]
  const grown: Row[] = []
  const times: Section[] = []
  for (const papers of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-search-'))
    try {
      progress(`building a snapshot of ${papers} papers`)
      const { known, ...built } = await told<Built>(start('build.ts', papers, folder))
      progress(`asking a snapshot of ${papers} papers`)
      const child = start('ask.ts', papers, folder, quick ? 1 : 3)
      await told(child)
      child.send(known)
      const { rows, memoryMb } = await told<Asked>(child)
      times.push({ title: `Searching ${papers / 1_000} k papers`, note: asking, rows })
      grown.push({
        papers,
        'built in, s of CPU': built.cpuSeconds,
        'memory of building, MB': built.peakMb,
        'file, MB': built.fileMb,
        'memory of the API, MB': memoryMb,
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return [{ title: 'A snapshot, by corpus size', note: building, rows: grown }, ...times]
}
