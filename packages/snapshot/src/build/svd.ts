import { eigenOf } from './eigen.ts'

/** A sparse matrix by rows: the values of row `r` are those from `starts[r]` up to `starts[r + 1]`. */
export interface SparseMatrix {
  columns: number
  starts: Uint32Array
  indices: Uint32Array
  values: Float32Array
}

/** Extra directions (oversampling), so that the sketch contains the ones that matter. */
const OVERSAMPLING = 16
const SEED = 0x9e3779b9

/**
 * Randomized SVD (Halko, Martinsson and Tropp): computes the leading right singular vectors of a matrix, from a
 * sketch by random signs and one power pass. The seed is fixed, so the same matrix gives the same numbers.
 * @returns the coordinates of each column of the matrix, one column after the other
 */
export function rightSingularVectors(matrix: SparseMatrix, dimensions: number): Float32Array {
  const { columns, starts } = matrix
  // A small matrix has no more directions than rows or columns.
  const width = Math.min(dimensions + OVERSAMPLING, starts.length - 1, columns)
  const sketched = times(matrix, signs(columns * width), width)
  orthonormalize(sketched, width)
  const refined = times(matrix, transposedTimes(matrix, sketched, width), width)
  orthonormalize(refined, width)
  const projected = transposedTimes(matrix, refined, width)
  const { values, vectors } = eigenOf(gramOf(projected, width), width)
  const found = new Float32Array(columns * dimensions)
  for (let d = 0; d < Math.min(dimensions, width); d++) {
    const value = values[d] as number
    // A matrix of low rank has fewer directions. The rest stay zero.
    if (value <= (values[0] as number) * 1e-12) break
    const scale = 1 / Math.sqrt(value)
    for (let column = 0; column < columns; column++) {
      let sum = 0
      for (let i = 0; i < width; i++)
        sum += (projected[column * width + i] as number) * (vectors[i * width + d] as number)
      found[column * dimensions + d] = sum * scale
    }
  }
  return found
}

function signs(count: number): Float32Array {
  let state = SEED
  return Float32Array.from({ length: count }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 1 ? 1 : -1
  })
}

/** Product of the sparse matrix and a dense one with so many columns. */
function times({ starts, indices, values }: SparseMatrix, dense: Float32Array, width: number): Float32Array {
  const rows = starts.length - 1
  const product = new Float32Array(rows * width)
  for (let row = 0; row < rows; row++)
    for (let n = starts[row] as number; n < (starts[row + 1] as number); n++)
      addScaled(product, row * width, dense, (indices[n] as number) * width, values[n] as number, width)
  return product
}

function transposedTimes(matrix: SparseMatrix, dense: Float32Array, width: number): Float32Array {
  const { columns, starts, indices, values } = matrix
  const product = new Float32Array(columns * width)
  for (let row = 0; row < starts.length - 1; row++)
    for (let n = starts[row] as number; n < (starts[row + 1] as number); n++)
      addScaled(product, (indices[n] as number) * width, dense, row * width, values[n] as number, width)
  return product
}

function addScaled(
  to: Float32Array,
  at: number,
  from: Float32Array,
  start: number,
  by: number,
  width: number,
): void {
  for (let i = 0; i < width; i++) (to[at + i] as number) += by * (from[start + i] as number)
}

/** The products of the columns of a dense matrix with each other. */
function gramOf(dense: Float32Array, width: number): Float64Array {
  const gram = new Float64Array(width * width)
  for (let start = 0; start < dense.length; start += width)
    for (let i = 0; i < width; i++) {
      const value = dense[start + i] as number
      for (let j = i; j < width; j++) (gram[i * width + j] as number) += value * (dense[start + j] as number)
    }
  for (let i = 0; i < width; i++)
    for (let j = 0; j < i; j++) gram[i * width + j] = gram[j * width + i] as number
  return gram
}

/** Makes the columns of a dense matrix orthonormal, in place (Cholesky QR, twice); columns that depend on others become zero. */
function orthonormalize(dense: Float32Array, width: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const gram = gramOf(dense, width)
    const lower = new Float64Array(width * width)
    for (let j = 0; j < width; j++)
      for (let i = j; i < width; i++) {
        let sum = gram[i * width + j] as number
        for (let n = 0; n < j; n++) sum -= (lower[i * width + n] as number) * (lower[j * width + n] as number)
        const diagonal = lower[j * width + j] as number
        if (i > j) lower[i * width + j] = diagonal ? sum / diagonal : 0
        else if (sum > 1e-9 * (gram[i * width + i] as number)) lower[i * width + i] = Math.sqrt(sum)
      }
    for (let start = 0; start < dense.length; start += width)
      for (let j = 0; j < width; j++) {
        let sum = dense[start + j] as number
        for (let n = 0; n < j; n++) sum -= (dense[start + n] as number) * (lower[j * width + n] as number)
        const diagonal = lower[j * width + j] as number
        dense[start + j] = diagonal ? sum / diagonal : 0
      }
  }
}
