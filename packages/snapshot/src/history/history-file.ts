import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Instant } from '@daily-papers/papers/paper.ts'
import type { HistoryLine } from '@daily-papers/store/history-lines.ts'
import { z } from 'zod'

/** The single object of the bucket. Each export is a new version of it. */
export const HISTORY_KEY = 'history.ndjson.gz'

/** First line of a file. A reader accepts only its own version. */
const header = z.object({
  format: z.literal('daily-papers-history'),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
})

const counter = z.int().nullable()
const line = z.union([
  z.strictObject({
    paper: z.string().min(1),
    points: z.array(
      z.strictObject({ at: z.iso.datetime(), upvotes: counter, comments: counter, githubStars: counter }),
    ),
  }),
  z.strictObject({
    stamp: z.iso.datetime(),
    changes: z.array(z.looseObject({ kind: z.string(), paperId: z.string(), at: z.iso.datetime() })),
  }),
  z.strictObject({ forgotten: z.string().min(1) }),
])

const LINES_AT_ONCE = 500

/**
 * Writes an export of the history: gzip of one JSON object a line. Holds one page of the table in memory.
 * @returns the number of lines
 */
export async function writeHistory(
  pages: AsyncIterable<readonly HistoryLine[]>,
  file: string,
  exportedAt: Instant,
): Promise<number> {
  let lines = 0
  async function* text() {
    yield `${JSON.stringify({ format: 'daily-papers-history', version: 1, exportedAt })}\n`
    for await (const page of pages) {
      lines += page.length
      for (const each of page) yield `${JSON.stringify(each)}\n`
    }
  }
  await pipeline(text, createGzip(), createWriteStream(file))
  return lines
}

/**
 * Opens an export of the history. Holds a few hundred lines in memory.
 * @throws Error naming the line that is none of an export, or when the file is not whole
 */
export async function openHistory(
  file: string,
): Promise<{ exportedAt: Instant; lines: AsyncIterable<HistoryLine[]> }> {
  const texts = textsOf(file)
  const first = await texts.next()
  const { exportedAt } = parsed(header, first.value ?? '', `${file} is no export of the history: line 1`)
  return { exportedAt, lines: batches(texts, file) }
}

async function* batches(texts: AsyncIterable<string>, file: string): AsyncGenerator<HistoryLine[]> {
  let batch: HistoryLine[] = []
  let number = 1
  for await (const text of texts) {
    batch.push(parsed(line, text, `${file}, line ${++number}`) as HistoryLine)
    if (batch.length < LINES_AT_ONCE) continue
    yield batch
    batch = []
  }
  yield batch
}

async function* textsOf(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip()
  // A failure of the file ends the lines with it.
  const read = pipeline(createReadStream(file), unzipped)
  read.catch(() => {})
  yield* createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })
  await read
}

function parsed<T>(schema: z.ZodType<T>, text: string, where: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(`${where} is no JSON: ${text.slice(0, 80)}`)
  }
  const { success, data } = schema.safeParse(value)
  if (!success) throw new Error(`${where} is not as expected: ${text.slice(0, 80)}`)
  return data
}
