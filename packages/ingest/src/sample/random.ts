import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Draws that are the same for the same seeds, everywhere. */
export interface Random {
  /** A whole number from 0 to `n` − 1. */
  below(n: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** A whole number around `median`, with the long tail upwards that counts of votes and people have. */
  skewed(median: number, spread: number): number
  /** A whole number from 0 to `n` − 1, the low ones far more often: the k-th as 1 / (k + 30), as keywords are used (Zipf, Mandelbrot). */
  popular(n: number): number
}

/** A generator of its own for each list of seeds. */
export function createRandom(...seeds: number[]): Random {
  const generator = xoroshiro128plus(
    seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) + 1, 0),
  )
  const uniform = () => uniformFloat64(generator)
  const below = (n: number) => Math.floor(uniform() * n)
  return {
    below,
    chance: probability => uniform() < probability,
    pick: items => items[below(items.length)] ?? items[0],
    skewed(median, spread) {
      // Twelve uniform draws less six are all but normally distributed.
      const normal = Array.from({ length: 12 }, uniform).reduce((sum, draw) => sum + draw, -6)
      return Math.floor(median * Math.exp(spread * normal))
    },
    popular: n => Math.floor(30 * ((n / 30 + 1) ** uniform() - 1)),
  }
}
