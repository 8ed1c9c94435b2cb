import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { contentsOf } from '@daily-papers/store/testing/contents.ts'
import type { Corpus } from '../../days/corpus.ts'
import { seeded } from '../../days/seeded.ts'
import { type CrashEngine, dynoxideEngine, embeddedEngine } from './crash-engines.ts'
import { type IngestProcess, startIngest } from './ingest-process.ts'

const NAME = 'papers'
/** Files in memory, where there are such: they outlive a killed process as those on a disk do, and dynoxide waits for a disk at every write. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export interface CrashOptions {
  corpus: Corpus
  engine: 'embedded' | 'dynoxide'
  /** What is killed: the ingest alone, or the engine, with the ingest every other time. */
  victim: 'ingest' | 'engine'
  kills: number
  /** How many days are ingested, the newest ones. */
  days: number
  seed: number
  tell?: (line: string) => void
}

export interface CrashReport {
  kills: number
  /** How often the whole ingest was brought to its end from an empty table. */
  rounds: number
  items: number
  /** Where a table that saw kills differs from the undisturbed one. */
  differences: string[]
}

type Contents = Awaited<ReturnType<typeof contentsOf>>

/**
 * Ingests days by the command, which is killed by SIGKILL at random instants and started again with the same arguments
 * until it ends by itself. This is repeated from an empty table until all kills are dealt. Each table must be that of an
 * undisturbed run.
 */
export async function crash(options: CrashOptions): Promise<CrashReport> {
  const folder = await mkdtemp(join(tmpdir(), 'daily-papers-days-'))
  try {
    return await crashOver(folder, options)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function crashOver(folder: string, options: CrashOptions): Promise<CrashReport> {
  const { kills, victim, tell = () => {} } = options
  const random = seeded(options.seed)
  const days = options.corpus.days.slice(-options.days)
  await writeDays(folder, options.corpus, days)
  const args = ['--feed', folder, '--from', days[0] ?? '', '--to', days.at(-1) ?? '']

  let wholeMs = 0
  const undisturbed = await onFreshEngine(options, async engine => {
    const startedAt = performance.now()
    const run = startIngest(args, { TABLE_NAME: NAME, ...engine.env })
    expectSuccess(await run.ended, run)
    wholeMs = performance.now() - startedAt
    return contents(engine)
  })
  const report: CrashReport = { kills: 0, rounds: 0, items: undisturbed.table?.length ?? 0, differences: [] }
  tell(`undisturbed: ${report.items} items in ${Math.round(wholeMs)} ms`)

  while (report.kills < kills) {
    const dealt = report.kills
    const found = await onFreshEngine(options, async engine => {
      for (let run = startIngest(args, { TABLE_NAME: NAME, ...engine.env }), shaken = false; ; ) {
        const ended =
          report.kills < kills
            ? await Promise.race([run.ended, sleep(random() * wholeMs * 0.7, null)])
            : await run.ended
        if (ended === null) {
          report.kills++
          shaken = victim === 'engine'
          if (shaken) await engine.kill()
          if (victim === 'ingest' || random() < 0.5) run.kill()
          else continue
          await run.ended
        } else if (ended === 0) break
        else if (!shaken) expectSuccess(ended, run)
        shaken = false
        run = startIngest(args, { TABLE_NAME: NAME, ...engine.env })
      }
      return contents(engine)
    })
    report.rounds++
    const differences = differencesBetween(undisturbed, found)
    report.differences.push(...differences)
    tell(`round ${report.rounds}: ${report.kills - dealt} kills, ${differences.length} differences`)
  }
  return report
}

const writeDays = (folder: string, corpus: Corpus, days: readonly Day[]) =>
  Promise.all(days.map(day => writeFile(join(folder, `${day}.json`), JSON.stringify(corpus.entriesOn(day)))))

async function onFreshEngine<T>(
  { engine: kind }: CrashOptions,
  work: (engine: CrashEngine) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(memory, 'daily-papers-crash-'))
  const engine = await (kind === 'embedded' ? embeddedEngine : dynoxideEngine)(dir)
  try {
    return await work(engine)
  } finally {
    await engine.stop()
    await rm(dir, { recursive: true, force: true, maxRetries: 20 })
  }
}

function expectSuccess(ended: number | NodeJS.Signals, run: IngestProcess): void {
  if (ended !== 0)
    throw new Error(`the ingest ended with ${ended} though nothing was killed: ${run.stderr()}`)
}

async function contents(engine: CrashEngine): Promise<Contents> {
  const client = createClient({ endpoint: await engine.url() })
  try {
    return await contentsOf({ client, name: NAME })
  } finally {
    client.config.requestHandler.destroy?.()
  }
}

/** One line for each item that is not the same in both, for the table and for each index. */
export function differencesBetween(a: Contents, b: Contents): string[] {
  const linesOf = (items: object[] = []) => new Set(items.map(item => JSON.stringify(item)))
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap(place => {
    const [left, right] = [linesOf(a[place]), linesOf(b[place])]
    const only = (side: string, lines: Set<string>) =>
      [...lines].map(line => `${place}, ${side}: ${line.slice(0, 300)}`)
    return [
      ...only('only undisturbed', left.difference(right)),
      ...only('only disturbed', right.difference(left)),
    ]
  })
}
