import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Random numbers that are the same for the same seeds, on every machine. */
export interface Random {
  /** A whole number from 0 to `n` − 1. */
  below(n: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** A whole number around `median`, with a long upper tail, like counts of votes and people. */
  skewed(median: number, spread: number): number
  /**
   * A whole number from 0 to `n` − 1, low ones far more often: the k-th with probability 1 / (k + 30), like the use
   * of keywords (Zipf, Mandelbrot).
   */
  popular(n: number): number
}

/** A separate generator for each list of seeds. */
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
      // Twelve uniform numbers minus six are nearly normally distributed.
      const normal = Array.from({ length: 12 }, uniform).reduce((sum, draw) => sum + draw, -6)
      return Math.floor(median * Math.exp(spread * normal))
    },
    popular: n => Math.floor(30 * ((n / 30 + 1) ** uniform() - 1)),
  }
}
