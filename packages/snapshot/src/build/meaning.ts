import type { DatabaseSync } from 'node:sqlite'
import { insertPaperVector, insertWord, type TextsOfPaper, textsOfPapers } from '../sql/meaning.ts'
import { rightSingularVectors, type SparseMatrix } from './svd.ts'
import { countWords, type PaperWords } from './word-counts.ts'

/** Dimensions of the vectors of words and papers. More find little more, and cost proportionally more. */
export const DIMENSIONS = 128
/** The SVD uses at most so many papers. The others are projected onto its directions. */
const MOST_FITTED = 10_000
/** A word in fewer papers says nothing about which words go together. */
const FEWEST_PAPERS = 3

/**
 * Latent semantic analysis (LSA): gives each word and each paper of a draft a vector. Papers about the same thing
 * have similar vectors, whatever words they use. Weight of a word: the logarithm of its frequency times its rarity
 * (log-tf · idf).
 */
export function addMeaning(database: DatabaseSync): void {
  const texts = database.prepare(textsOfPapers).iterate() as Iterable<TextsOfPaper>
  const { words, papersWith, papers } = countWords(texts, FEWEST_PAPERS)
  const rarity = papersWith.map(n => Math.log(papers.length / n))
  const step = Math.max(1, papers.length / MOST_FITTED)
  const fitted = Array.from(
    { length: Math.min(papers.length, MOST_FITTED) },
    (_, i) => papers[Math.floor(i * step)] as PaperWords,
  )
  const vectors = rightSingularVectors(matrixOf(fitted, rarity), DIMENSIONS)
  const vectorOf = (word: number) => vectors.subarray(word * DIMENSIONS, (word + 1) * DIMENSIONS)
  const word = database.prepare(insertWord)
  for (const [number, text] of words.entries()) {
    const { bytes, scale } = inBytes(vectorOf(number))
    word.run(text, papersWith[number] as number, (rarity[number] as number) * scale, bytes)
  }
  const paperVector = database.prepare(insertPaperVector)
  for (const paper of papers) {
    const sum = new Float32Array(DIMENSIONS)
    for (const [number, weight] of weightsOf(paper, rarity)) {
      const vector = vectorOf(number)
      for (let d = 0; d < DIMENSIONS; d++) (sum[d] as number) += weight * (vector[d] as number)
    }
    paperVector.run(paper.paper, inBytes(sum).bytes)
  }
}

/** The words of a paper with their weights. The squares of the weights add up to 1. */
function weightsOf(
  { words, times }: PaperWords,
  rarity: readonly number[],
): [word: number, weight: number][] {
  const weights: [number, number][] = []
  let squares = 0
  for (const [i, word] of words.entries()) {
    const weight = (1 + Math.log(times[i] as number)) * (rarity[word] as number)
    if (weight === 0) continue
    weights.push([word, weight])
    squares += weight * weight
  }
  const length = Math.sqrt(squares)
  return weights.map(([word, weight]) => [word, weight / length])
}

function matrixOf(papers: readonly PaperWords[], rarity: readonly number[]): SparseMatrix {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const paper of papers) {
    for (const [word, weight] of weightsOf(paper, rarity)) {
      indices.push(word)
      values.push(weight)
    }
    starts.push(indices.length)
  }
  return {
    columns: rarity.length,
    starts: Uint32Array.from(starts),
    indices: Uint32Array.from(indices),
    values: Float32Array.from(values),
  }
}

/** A vector as one signed byte for each dimension. `scale` times the bytes is about the vector. */
function inBytes(vector: Float32Array): { bytes: Int8Array; scale: number } {
  const scale = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127
  return { bytes: Int8Array.from(vector, value => (scale ? Math.round(value / scale) : 0)), scale }
}
