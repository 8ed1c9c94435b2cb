/**
 * Asks the API over a snapshot in a process of its own: `node ask.ts PAPERS FOLDER ROUNDS`. Is sent what somebody looks for,
 * and sends how long each kind of question took.
 */

import { once } from 'node:events'
import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { ask, post } from '@daily-papers/api/testing/request.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { openNewest } from '@daily-papers/snapshot/open.ts'
import { searchable } from '../../../packages/snapshot/src/sql/words.ts'
import { idOf } from '../corpus.ts'
import { peakMemoryMb } from '../peak-memory.ts'
import type { Row } from '../report.ts'
import { type Question, questions, type Wanted } from './questions.ts'
import { madeUpStore } from './source.ts'

const [papers, folder = '', rounds] = process.argv.slice(2)
process.send?.('ready')
const [known] = (await once(process, 'message')) as [Wanted[]]

const place = folderPlace(folder)
const api = createPapersApi({ store: madeUpStore(Number(papers)), snapshots: place })
const { database } = await openNewest(place)

async function asked({ query, variables }: Question): Promise<void> {
  const { body } = await ask(post({ query, variables }), { api })
  if (body.errors) throw new Error(`${query}: ${body.errors[0].message}`)
}

/** The same words by plain FTS5: row numbers of papers, nothing else. */
function bare({ kind, query, alone }: Wanted): void {
  const quoted = query.startsWith('"') ? [query] : query.split(' ')
  const words = new Set(quoted.map(each => searchable(each)).filter(word => word !== ''))
  if (words.size === 0) return
  const match = [...words]
    .map(word => `"${word}"${alone === 'beginning' ? ' *' : ''}`)
    .join(alone === 'any word' ? ' OR ' : ' ')
  const table = `${kind}_words`
  database.all(`SELECT rowid FROM ${table} WHERE ${table} MATCH :match ORDER BY rank LIMIT 20`, { match })
}

const at = (share: number, values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN

async function measured(all: readonly Question[]): Promise<Row> {
  const ours: number[] = []
  const cpu: number[] = []
  const alone: number[] = []
  for (let round = 0; round <= Number(rounds); round++)
    for (const question of all) {
      const start = performance.now()
      if (question.bare) bare(question.bare)
      const middle = performance.now()
      const before = process.cpuUsage()
      await asked(question)
      const { user, system } = process.cpuUsage(before)
      // The first round warms up.
      if (round === 0) continue
      alone.push(middle - start)
      ours.push(performance.now() - middle)
      cpu.push((user + system) / 1_000)
    }
  const isSearch = all.every(question => question.bare !== null)
  return {
    'p50, ms': at(0.5, ours),
    'p95, ms': at(0.95, ours),
    'p99, ms': at(0.99, ours),
    'CPU p50, ms': at(0.5, cpu),
    'FTS5 alone, p50, ms': isSearch ? at(0.5, alone) : null,
    '× FTS5 alone': isSearch ? at(0.5, ours) / at(0.5, alone) : null,
  }
}

const rows: Row[] = []
for (const [question, all] of Object.entries(questions(known, idOf(Number(papers) - 1))))
  rows.push({ question, ...(await measured(all)) })
process.send?.({ rows, memoryMb: peakMemoryMb() })
process.exit()
