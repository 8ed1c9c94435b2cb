import type { Indexes } from './indexes.ts'
import { describedPapers, keywordOverlap, meaningSets } from './meaning-sets.ts'
import { type Measured, measure } from './measures.ts'
import { weakTies } from './weak-ties.ts'

export interface Relevance {
  /** Of each set: our search beside plain FTS5. */
  sets: Record<'summary' | 'keywords' | 'title' | 'hidden' | 'related', { ours: Measured; plain: Measured }>
  neighbours: {
    /** The mean overlap of a paper with its ten neighbours, and with ten papers by chance. */
    ours: number
    random: number
    /** Neighbours whose only tie with a paper is an author of many papers, or one of many authors. */
    byWeakAuthor: number
  }
}

/** Measures search over the recorded days: so many queries of each set, drawn with a seed. */
export function relevanceOf(indexes: Indexes, seed: number, each: number): Relevance {
  const papers = describedPapers(indexes.whole)
  const sets = meaningSets(papers, seed, each)
  const both = (name: keyof Relevance['sets']) => {
    const { ours, plain } = name === 'title' ? indexes.abstractsAlone : indexes.withoutAiTexts
    return { ours: measure(ours, sets[name]), plain: measure(plain, sets[name]) }
  }
  const overlap = keywordOverlap(papers)
  const byId = new Map(papers.map(paper => [paper.id, paper]))
  const isWeak = weakTies(indexes.whole, papers)
  let [ours, random, byWeakAuthor] = [0, 0, 0]
  for (const [i, paper] of sets.neighbours.entries()) {
    for (const { id } of indexes.withoutAiTexts.similar(paper.id, 10)) {
      const neighbour = byId.get(id)
      if (!neighbour) continue
      ours += overlap(paper, neighbour)
      if (isWeak(paper, neighbour)) byWeakAuthor++
    }
    for (let n = 0; n < 10; n++) {
      const stranger = papers[(i * 7_919 + n * 104_729) % papers.length]
      if (stranger) random += overlap(paper, stranger)
    }
  }
  const pairs = sets.neighbours.length * 10
  return {
    sets: {
      summary: both('summary'),
      keywords: both('keywords'),
      title: both('title'),
      hidden: both('hidden'),
      related: both('related'),
    },
    neighbours: { ours: ours / pairs, random: random / pairs, byWeakAuthor },
  }
}
