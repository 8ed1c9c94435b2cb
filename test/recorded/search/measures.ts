import type { SnapshotQuestions } from '@daily-papers/snapshot/questions.ts'

/** The first papers that an engine finds, by their identifiers. */
export type RankedList = (text: string, limit: number) => string[]

export interface Engines {
  ours: RankedList
  plain: RankedList
  similar: SnapshotQuestions['similar']
}

/** A query with the papers that it should find. */
export interface Wanted {
  query: string
  wanted: ReadonlySet<string>
}

export interface Measured {
  /** The share of the wanted papers among the first ten, and the first hundred. */
  recallAt10: number
  recallAt100: number
  /** The mean of one by the rank of the first wanted paper, nothing beyond the tenth. */
  mrr: number
  /** Discounted gain of the first ten, 1 for the best order there is. */
  ndcgAt10: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const discount = (place: number): number => 1 / Math.log2(place + 2)

export function measure(list: RankedList, queries: readonly Wanted[]): Measured {
  const each = queries.map(({ query, wanted }) => {
    const found = list(query, 100)
    const places = found.flatMap((id, place) => (wanted.has(id) ? [place] : []))
    const ideal = Array.from({ length: Math.min(10, wanted.size) }, (_, place) => discount(place))
    const gained = places.filter(place => place < 10).map(discount)
    const [first = 10] = places
    return {
      recallAt10: gained.length / wanted.size,
      recallAt100: places.length / wanted.size,
      mrr: first < 10 ? 1 / (first + 1) : 0,
      ndcgAt10: gained.reduce((a, b) => a + b, 0) / ideal.reduce((a, b) => a + b, 0),
    }
  })
  const of = (name: keyof Measured): number => mean(each.map(one => one[name]))
  return {
    recallAt10: of('recallAt10'),
    recallAt100: of('recallAt100'),
    mrr: of('mrr'),
    ndcgAt10: of('ndcgAt10'),
  }
}
