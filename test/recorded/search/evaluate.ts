import type { Engine } from './engines.ts'
import type { Task } from './judgements.ts'

export interface Score {
  /** The share of queries that have what is wanted among the first ten. */
  recallAt10: number
  /** The mean of one by its rank, nothing beyond the tenth. */
  mrr: number
}

export function evaluate(engine: Engine, { kind, judgements }: Task): Score {
  const ranks = judgements.map(({ query, wanted }) => engine(query, kind).indexOf(wanted) + 1)
  const found = ranks.filter(rank => rank > 0)
  return {
    recallAt10: found.length / ranks.length,
    mrr: found.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
  }
}
