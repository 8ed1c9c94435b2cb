import type { Measured } from './measures.ts'
import type { Relevance } from './relevance.ts'

const fixed = (value: number): string => value.toFixed(3)

const what: Record<keyof Relevance['sets'], string> = {
  summary: 'A paper by its AI summary, without the words of its title',
  keywords: 'A paper by three of its keywords',
  title: 'A paper by its title, only abstracts indexed',
  hidden: 'Papers by a keyword that their title and abstract do not contain',
  related: "By a paper's AI summary: papers that share two rare keywords",
}

/** `docs/relevance.md`, from what was measured. */
export function relevancePage({ sets, neighbours }: Relevance, seed: number, each: number): string {
  const row = (name: keyof Relevance['sets'], engine: string, measured: Measured): string =>
    `| ${what[name]} | ${engine} | ${[measured.recallAt10, measured.mrr, measured.recallAt100, measured.ndcgAt10].map(fixed).join(' | ')} |`
  const names = Object.keys(sets) as (keyof Relevance['sets'])[]
  return `# How good search is

This page is for people who want to know how good search is, or who change it. \`node test/recorded/search/write-relevance.ts\` writes it from recorded days of the feed.

A script makes the queries from the papers themselves. It draws ${each} for each kind of query, with the seed ${seed}. Most queries come from AI summaries and keywords, so the index of this test leaves these out and has only titles and abstracts. "FTS5" is SQLite's own full-text search over the same index: papers with any of the words, in its default order.

| query and wanted papers | engine | recall@10 | MRR | recall@100 | nDCG@10 |
|---|---|---|---|---|---|
${names.flatMap(name => [row(name, 'search', sets[name].ours), row(name, 'FTS5', sets[name].plain)]).join('\n')}

- recall@n: the share of the wanted papers among the first n.
- MRR: the mean of 1 / rank of the first wanted paper, 0 beyond the tenth.
- nDCG@10: how close the order of the first ten is to the best one.

**Neighbours.** Do similar papers share keywords? The overlap of two papers is from 0 to 1, and rare keywords count more. With the ten most similar papers, its mean is ${neighbours.ours.toFixed(4)}. With ten random papers it is ${neighbours.random.toFixed(4)}, which is ${(neighbours.ours / neighbours.random).toFixed(1)} times less.

## How a search works

1. An arXiv identifier, a URL or a DOI finds its paper.
2. Papers with all words come first, in three groups. The first has papers of an author or organization that the query names, newest first. The second has papers with all words in the title, and the third has the others. BM25 orders the second and the third.
3. Other papers follow, by a score. The score is the paper's BM25 score divided by the best one, plus 0.6 × the similarity of meaning (step 4).
4. Meaning comes from latent semantic analysis (LSA): a randomized SVD of the words of at most 10,000 papers, with 128 dimensions. Each snapshot computes it again. A paper with none of the words is listed if its cosine is at least 0.4.
5. If a word of the query is in no paper, search looks for well-known words one letter away. If one is by far the most frequent, it is used. \`correctedQuery\` shows the new query.
`
}
