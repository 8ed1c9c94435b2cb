import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

export type Row = Record<string, string | number | null>

/** One table. */
export interface Section {
  title: string
  /** What a reader needs to know to read it. */
  note?: string
  rows: Row[]
}

/** Says on one line what is being measured. */
export type Progress = (doing: string) => void

export interface Options {
  /** A first look: fewer rounds, no warranty. */
  quick: boolean
  /** Also what takes long. */
  full: boolean
  progress: Progress
}

export type Bench = (options: Options) => Promise<Section[]>

interface Result {
  full: boolean
  seconds: number
  sections: Section[]
}

interface Kept extends Result {
  measuredAt: string
  machine: ReturnType<typeof machine>
}

const results = fileURLToPath(new URL('results/', import.meta.url))
const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url))

export function progressOn(stream: NodeJS.WriteStream, name: string): Progress {
  if (!stream.isTTY) return () => undefined
  return doing => stream.write(`\r\x1b[K${doing && `${name}: ${doing}`}`)
}

const figure = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1)
const cell = (value: Row[string] | undefined): string =>
  typeof value === 'number' ? figure(value) : (value ?? '–')

/** A section as Markdown. */
export function tableOf({ title, note, rows }: Section): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const isNumber = (column: string) => rows.some(row => typeof row[column] === 'number')
  const align = columns.map(column => (isNumber(column) ? '--:' : '---'))
  const body = rows.map(row => line(columns.map(column => cell(row[column]))))
  return [`### ${title}`, '', ...(note ? [note, ''] : []), line(columns), line(align), ...body, ''].join('\n')
}

const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  os: `${process.platform} ${process.arch}`,
})

const fileOf = (name: string) => `${results}${name}.json`
const keptOf = (name: string): Kept | null =>
  existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : null

/** Why results are not written, as they lack some of what a reader has or should have; null when they are. */
export function lackOf(name: string, { quick, full }: Pick<Options, 'quick' | 'full'>): string | null {
  if (quick) return 'a quick run shows the order and not the figures'
  return keptOf(name)?.full && !full ? 'the results that are kept are those of a run with --full' : null
}

/** Writes a benchmark's results beside those of the others, and the tables of all into the page. */
export function writeResults(name: string, result: Result): void {
  const json = { measuredAt: new Date().toISOString(), machine: machine(), ...result }
  writeFileSync(fileOf(name), `${JSON.stringify(json, null, 2)}\n`)
  const text = readFileSync(page, 'utf8')
  const before = text.slice(0, text.indexOf(MARK) + MARK.length)
  writeFileSync(page, `${before}\n\n${allTables()}`)
}

const MARK = '<!-- Below: written by `pnpm bench`; do not edit. -->'
const ORDER = ['http', 'cold', 'store', 'ingest', 'search', 'reader']

function allTables(): string {
  const parts = ORDER.flatMap(name => {
    const kept = keptOf(name)
    if (!kept) return []
    const { measuredAt, machine: on, sections } = kept
    const where = `${measuredAt.slice(0, 10)}, ${on.cores} × ${on.cpu}, ${on.memoryGb} GB, Node ${on.node.slice(1)}`
    return [[`## ${name}\n\nMeasured ${where}.`, ...sections.map(tableOf)].join('\n\n')]
  })
  return parts.join('\n')
}
