import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { HistoryLine } from '@daily-papers/store/history-lines.ts'
import { beforeEach, expect, it } from 'vitest'
import { emptyFolder } from '../testing/folder.ts'
import { openHistory, writeHistory } from './history-file.ts'

const at = '2024-05-06T12:00:00.000Z'
const history = (paper: string): HistoryLine => ({
  paper,
  points: [{ at, upvotes: 7, comments: null, githubStars: 3 }],
})
const all: HistoryLine[] = [
  ...Array.from({ length: 1_200 }, (_, i) => history(`2405.${i}`)),
  { stamp: at, changes: [{ kind: 'upvotesPassed', paperId: '2405.1', at, threshold: 10 }] },
  { forgotten: 'Ada Example' },
]

let file: string
beforeEach(async () => {
  file = join(await emptyFolder(), 'history.ndjson.gz')
})

async function read(): Promise<{ exportedAt: string; lines: HistoryLine[]; longest: number }> {
  const { exportedAt, lines } = await openHistory(file)
  const batches: HistoryLine[][] = []
  for await (const batch of lines) batches.push(batch)
  return { exportedAt, lines: batches.flat(), longest: Math.max(...batches.map(({ length }) => length)) }
}

it('is read as it was written, a few hundred lines at a time', async () => {
  const pages = async function* () {
    yield all.slice(0, 700)
    yield []
    yield all.slice(700)
  }
  expect(await writeHistory(pages(), file, at)).toBe(1_202)
  expect(await read()).toEqual({ exportedAt: at, lines: all, longest: 500 })
})

it.each([
  ['another file', 'no export', 'is no export of the history: line 1 is no JSON: no export'],
  ['a later version', '{"format":"daily-papers-history","version":2}', 'line 1 is not as expected'],
  ['a line that is cut off', '{"paper":"2405.1"', 'line 3 is no JSON: {"paper":"2405.1"'],
  ['a line that is none', '{"paper":"2405.1","points":7}', 'line 3 is not as expected'],
])('%s is refused, with the line', async (_, wrong, message) => {
  await writeHistory((async function* () {})(), file, at)
  const right = gunzipSync(await readFile(file)).toString()
  const lines = message.includes('line 3') ? [right.trim(), JSON.stringify(all[0]), wrong] : [wrong]
  await writeFile(file, gzipSync(lines.join('\n')))
  await expect(read()).rejects.toThrow(message)
})

it('a file that is not whole is refused at its end, and one that is not there at once', async () => {
  const pages = async function* () {
    yield all
  }
  await writeHistory(pages(), file, at)
  await writeFile(file, (await readFile(file)).subarray(0, -9))
  await expect(read()).rejects.toThrow('unexpected end of file')
  await expect(openHistory(`${file}.gone`)).rejects.toThrow('no such file')
})
