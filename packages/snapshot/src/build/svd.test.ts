import { expect, it } from 'vitest'
import { rightSingularVectors, type SparseMatrix } from './svd.ts'

function sparse(rows: readonly (readonly number[])[]): SparseMatrix {
  const entries = rows.map(row => row.flatMap((value, i) => (value ? [[i, value] as const] : [])))
  const starts = [0]
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length)
  return {
    columns: rows[0]?.length ?? 0,
    starts: Uint32Array.from(starts),
    indices: Uint32Array.from(entries.flat(), ([i]) => i),
    values: Float32Array.from(entries.flat(), ([, value]) => value),
  }
}

/** The coordinates of a column. */
const columnOf = (vectors: Float32Array, column: number, dimensions: number): number[] => [
  ...vectors.subarray(column * dimensions, (column + 1) * dimensions),
]

it('finds the directions of a matrix, strongest first, each of length 1 and at right angles', () => {
  const vectors = rightSingularVectors(
    sparse([
      [3, 4, 0, 0],
      [6, 8, 0, 0],
      [0, 0, 1, 0],
    ]),
    2,
  )
  const direction = (d: number) => [0, 1, 2, 3].map(column => Math.abs(columnOf(vectors, column, 2)[d] ?? 0))
  for (const [i, value] of [0.6, 0.8, 0, 0].entries()) expect(direction(0)[i]).toBeCloseTo(value, 5)
  for (const [i, value] of [0, 0, 1, 0].entries()) expect(direction(1)[i]).toBeCloseTo(value, 5)
})

it('has zeros for the directions that a small matrix lacks, and none for an empty one', () => {
  const vectors = rightSingularVectors(sparse([[2, 0]]), 3)
  expect(columnOf(vectors, 0, 3).map(Math.abs)).toEqual([1, 0, 0])
  expect(columnOf(vectors, 1, 3).map(Math.abs)).toEqual([0, 0, 0])
  expect(rightSingularVectors(sparse([]), 3)).toHaveLength(0)
})

it('gives the same numbers each time', () => {
  const rows = Array.from({ length: 40 }, (_, r) => Array.from({ length: 30 }, (_, c) => (r * c) % 7))
  expect(rightSingularVectors(sparse(rows), 8)).toEqual(rightSingularVectors(sparse(rows), 8))
})
