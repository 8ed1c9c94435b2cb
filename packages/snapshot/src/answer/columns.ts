import { columns } from '../sql/columns.ts'
import type { Database } from '../sql/database.ts'

/** The values of papers in one column: `papers[i]` has `values[i]`. */
interface Column {
  papers: Uint32Array
  values: Uint32Array
  most: number
}

const read = new WeakMap<Database, Map<keyof typeof columns, Column>>()

/** Cache: each column is read once a file. Counting in memory takes a hundredth of the time of GROUP BY in SQL. */
function columnOf(database: Database, name: keyof typeof columns): Column {
  const known = read.get(database) ?? new Map<keyof typeof columns, Column>()
  read.set(database, known)
  const column = known.get(name)
  if (column) return column
  const numbers = database.one<{ papers: string; values: string }>(columns[name])
  const papers = Uint32Array.from(JSON.parse(numbers?.papers ?? '[]'))
  const values = Uint32Array.from(JSON.parse(numbers?.values ?? '[]'))
  const made = { papers, values, most: values.reduce((most, value) => Math.max(most, value), 0) }
  known.set(name, made)
  return made
}

/** Number of papers with each value. The count is at the index of the value's number. */
export function columnCounts(
  database: Database,
  name: keyof typeof columns,
  numbers: readonly number[],
): Uint32Array {
  const { papers, values, most } = columnOf(database, name)
  const isCounted = new Uint8Array((papers.at(-1) ?? 0) + 1)
  for (const paper of numbers) isCounted[paper] = 1
  const counts = new Uint32Array(most + 1)
  for (let i = 0; i < papers.length; i++) {
    const value = values[i] ?? 0
    if (isCounted[papers[i] ?? 0]) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

/**
 * The values with the highest counts: the first so many, and all that tie with the last. Empty when no paper has a
 * value.
 */
export function highest(counts: Uint32Array, limit: number): [value: number, count: number][] {
  if (limit === 0) return []
  const least = leastOf(counts, limit)
  const found: [value: number, count: number][] = []
  counts.forEach((count, value) => {
    if (count >= least) found.push([value, count])
  })
  return found
}

/** The lowest of the highest counts, at least 1. Counting how often each count occurs is faster than sorting them. */
function leastOf(counts: Uint32Array, limit: number): number {
  const times = new Uint32Array(counts.reduce((most, count) => Math.max(most, count), 0) + 1)
  for (const count of counts) (times[count] as number) += 1
  let least = times.length
  for (let taken = 0; least > 1 && taken < limit; ) taken += times[--least] as number
  return Math.max(1, least)
}
