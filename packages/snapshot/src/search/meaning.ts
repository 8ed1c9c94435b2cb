import type { Database } from '../sql/database.ts'
import { paperVectors, wordVectors } from '../sql/meaning.ts'

/** Unit vector of a text or paper in the space of meaning. */
export type Direction = Float32Array

/** Meaning: cosines between papers and texts, by the vectors in the snapshot. */
export interface Meaning {
  /** The direction of some words. Null when the snapshot has a vector for none of them. */
  ofWords(words: readonly string[]): Direction | null
  /** The direction of a paper by its number; null when it has none. */
  ofPaper(number: number): Direction | null
  /** The cosine of a paper's direction with one: -1 to 1, and 0 when it has none. */
  cosine(direction: Direction, number: number): number
  /** The cosines of all papers. The index is a paper's number. */
  closeness(direction: Direction): Float32Array
}

interface Vectors {
  dimensions: number
  /** Vectors of all papers, one after the other, in the order of their numbers. */
  bytes: Int8Array
  /** Factor that turns a product with the bytes into a cosine. */
  scales: Float32Array
}

export function meaningOf(database: Database): Meaning {
  let read: Vectors | undefined
  const vectors = (): Vectors => {
    read ??= readVectors(database)
    return read
  }
  const cosine = (direction: Direction, number: number): number => {
    const { dimensions, bytes, scales } = vectors()
    let sum = 0
    for (let i = 0, at = number * dimensions; i < dimensions; i++, at++)
      sum += (direction[i] as number) * (bytes[at] as number)
    return sum * (scales[number] ?? 0)
  }
  return {
    cosine,
    closeness: direction => vectors().scales.map((_, number) => cosine(direction, number)),
    ofWords(words) {
      const times = new Map<string, number>()
      for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
      const rows = database.all<{ word: string; weight: number; vector: Uint8Array }>(wordVectors, {
        words: JSON.stringify([...times.keys()]),
      })
      const sum = new Float32Array(rows[0]?.vector.length ?? 0)
      for (const { word, weight, vector } of rows) {
        const by = weight * (1 + Math.log(times.get(word) ?? 1))
        for (const [i, value] of signed(vector).entries()) (sum[i] as number) += by * value
      }
      return directionOf(sum)
    },
    ofPaper(number) {
      const { dimensions, bytes } = vectors()
      return directionOf(bytes.subarray(number * dimensions, (number + 1) * dimensions))
    },
  }
}

const signed = (bytes: Uint8Array): Int8Array =>
  new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const lengthOf = (vector: ArrayLike<number>): number => {
  let squares = 0
  for (let i = 0; i < vector.length; i++) squares += (vector[i] as number) ** 2
  return Math.sqrt(squares)
}

function directionOf(vector: Float32Array | Int8Array): Direction | null {
  const length = lengthOf(vector)
  return length === 0 ? null : Float32Array.from(vector, value => value / length)
}

function readVectors(database: Database): Vectors {
  const rows = database.all<{ paper: number; vector: Uint8Array }>(paperVectors)
  const dimensions = rows[0]?.vector.length ?? 0
  const papers = (rows.at(-1)?.paper ?? 0) + 1
  const bytes = new Int8Array(papers * dimensions)
  const scales = new Float32Array(papers)
  for (const { paper, vector } of rows) {
    const values = signed(vector)
    bytes.set(values, paper * dimensions)
    scales[paper] = 1 / (lengthOf(values) || Number.POSITIVE_INFINITY)
  }
  return { dimensions, bytes, scales }
}
