const MOST_SWEEPS = 30

/** Eigenvalues of a symmetric matrix, highest first, and their vectors as the columns of a matrix (cyclic Jacobi). */
export function eigenOf(
  symmetric: Float64Array,
  size: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = symmetric.slice()
  const v = new Float64Array(size * size)
  for (let i = 0; i < size; i++) v[i * size + i] = 1
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, size) > 1e-11 * trace(a, size); sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q)
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (i, j) => (a[j * size + j] as number) - (a[i * size + i] as number) || i - j,
  )
  const vectors = new Float64Array(size * size)
  for (const [to, from] of order.entries())
    for (let i = 0; i < size; i++) vectors[i * size + to] = v[i * size + from] as number
  return { values: Float64Array.from(order, i => a[i * size + i] as number), vectors }
}

function trace(a: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += Math.abs(a[i * size + i] as number)
  return sum
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0
  for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) sum += (a[p * size + q] as number) ** 2
  return Math.sqrt(sum)
}

/** Turns two axes so that their product becomes zero. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] as number
  if (apq === 0) return
  const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let i = 0; i < size; i++) turn(a, i * size + p, i * size + q, c, s)
  for (let i = 0; i < size; i++) turn(a, p * size + i, q * size + i, c, s)
  for (let i = 0; i < size; i++) turn(v, i * size + p, i * size + q, c, s)
}

function turn(m: Float64Array, at: number, other: number, c: number, s: number): void {
  const [x, y] = [m[at] as number, m[other] as number]
  m[at] = c * x - s * y
  m[other] = s * x + c * y
}
