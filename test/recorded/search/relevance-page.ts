import type { Measured } from './measures.ts'
import type { Relevance } from './relevance.ts'

const fixed = (value: number): string => value.toFixed(3)

const what: Record<keyof Relevance['sets'], string> = {
  summary: 'A paper by its AI summary, without the words of its title',
  keywords: 'A paper by three of its keywords',
  title: 'A paper by its title, only abstracts indexed',
  hidden: 'Papers with a keyword whose words they lack',
  related: 'Papers that share two rarer keywords with a paper, by its AI summary',
}

/** `docs/relevance.md`, from what was measured. */
export function relevancePage({ sets, neighbours }: Relevance, seed: number, each: number): string {
  const row = (name: keyof Relevance['sets'], engine: string, measured: Measured): string =>
    `| ${what[name]} | ${engine} | ${[measured.recallAt10, measured.mrr, measured.recallAt100, measured.ndcgAt10].map(fixed).join(' | ')} |`
  const names = Object.keys(sets) as (keyof Relevance['sets'])[]
  return `# How well search finds

This page is written by \`node test/recorded/search/write-relevance.ts\`. It needs the recorded days of the feed.

The queries are made from the papers themselves: ${each} a set, drawn with the seed ${seed}, none picked by hand. The index has titles and abstracts only, so it does not see the AI summaries and keywords that the queries come from. "FTS5" is plain SQLite full-text search over the same index: any of the words, in its default order.

| looked for | engine | recall@10 | MRR | recall@100 | nDCG@10 |
|---|---|---|---|---|---|
${names.flatMap(name => [row(name, 'search', sets[name].ours), row(name, 'FTS5', sets[name].plain)]).join('\n')}

- recall@n: the share of the wanted papers among the first n.
- MRR: the mean of 1 / rank of the first wanted paper, 0 beyond the tenth.
- nDCG@10: how close the order of the first ten is to the best one.

**Neighbours.** The mean overlap of a paper's keywords with those of its ten most similar papers is ${neighbours.ours.toFixed(4)}; with ten papers by chance it is ${neighbours.random.toFixed(4)}, ${(neighbours.ours / neighbours.random).toFixed(1)} times less. A rare keyword counts more.

## How a search works

1. An arXiv identifier, a URL or a DOI finds its paper.
2. Papers with all words come first: those by the author or of the organization that the query names, then those with the words in the title, then the others, each by BM25.
3. The list goes on with the papers that come closest: the BM25 rank of those with any of the words, divided by the best one, plus 0.6 × the cosine of meaning.
4. Meaning is latent semantic analysis: 128 dimensions, from a randomized SVD of the words of all papers, computed with each snapshot. A paper with none of the words is listed when its cosine is at least 0.4.
5. A word that no paper has is corrected when exactly one well-known word is one letter away. \`correctedQuery\` says so.
`
}
