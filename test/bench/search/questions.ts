import { word } from './papers.ts'

/** What is looked for, in which kind of thing. */
export interface Wanted {
  kind: 'paper' | 'author'
  query: string
  /** How FTS5 alone looks for it: by all words unless said otherwise. */
  alone?: 'any word' | 'beginning'
}

export interface Question {
  query: string
  variables: Record<string, string>
  /** Of a search: its words as they are, for FTS5 alone. */
  bare: Wanted | null
}

const shown = '... on Paper { paperId title upvotes } ... on Author { name paperCount }'
const page = `query ($query: String!, $in: SearchIn!) { search(query: $query, in: $in) { totalCount nodes { ${shown} } } }`
const withAll = `query ($query: String!, $in: SearchIn!) {
  search(query: $query, in: $in) {
    totalCount
    facets { keywords { keyword { name } paperCount } organizations { organization { name } paperCount } years { year paperCount } }
    edges { highlights { field text ranges { start end } } node { ${shown} } }
  }
}`

const searches = (query: string, wanted: readonly Wanted[]): Question[] =>
  wanted.map(bare => ({ query, variables: { query: bare.query, in: `${bare.kind.toUpperCase()}S` }, bare }))

/** What a search box asks while somebody types: the first letters of words. */
const suggestions: Question[] = [5, 15, 30, 99, 301, 902].flatMap(n =>
  [1, 2, 3, 4].map((letters): Question => {
    const query = word(n).slice(0, letters)
    return {
      query: 'query ($query: String!) { suggest(text: $query) { kind text ref paperCount } }',
      variables: { query },
      bare: { kind: 'paper', query, alone: 'beginning' },
    }
  }),
)

/** A question of some thirty words, which no paper has all of. */
const long: Wanted[] = [0, 1, 2, 3, 4].map(n => ({
  kind: 'paper',
  query: Array.from({ length: 30 }, (_, i) => word((i + 1) * (i + 2 + n) * 3)).join(' '),
  alone: 'any word',
}))

/** What nobody means well by, or mistyped throughout. */
const hostile: Wanted[] = [
  Array.from({ length: 40 }, (_, i) => `${word(300 + i)}xq`).join(' '),
  'a '.repeat(5_000),
  '"'.repeat(10_000),
  `${'('.repeat(200)} OR NEAR * ^ title: -`,
  'ü'.repeat(10_000),
  Array.from({ length: 3_000 }, (_, i) => word(i)).join('-'),
].map(query => ({ kind: 'paper', query, alone: 'any word' }))

const lists = (...queries: string[]): Question[] =>
  queries.map(query => ({ query, variables: {}, bare: null }))

const papersBy = (filter: string, order: string): string =>
  `{ papers(filter: { ${filter} }, orderBy: { field: ${order} }) { totalCount nodes { paperId title upvotes } } }`

/** Words that from a fifth to all of the papers have, alone and together, as \`a\`, \`model\` and \`diffusion\` are in the feed. */
const broad: Wanted[] = [
  word(5),
  word(15),
  word(30),
  word(99),
  `${word(15)} ${word(30)}`,
  `${word(30)} ${word(99)}`,
  `${word(2)} ${word(15)} ${word(5)}`,
].map(query => ({ kind: 'paper', query }))

const orders = ['FEATURED_ON', 'PUBLISHED_AT', 'UPVOTES', 'TRENDING']
const filters = [
  'minUpvotes: 50',
  `hasCode: true, text: "${word(99)}"`,
  `organizations: ["${word(5)}", "${word(10)}"]`,
  'featured: { days: { from: "2010-01-01" } }, hasAiSummary: true',
]

/** What is asked, by kind; `known` is what somebody looks for who knows it. */
export const questions = (known: readonly Wanted[], anyId: string): Record<string, Question[]> => ({
  'specific words': searches(page, known),
  'the same with facets and highlights': searches(withAll, known),
  'broad words': searches(page, broad),
  'broad words with facets and highlights': searches(withAll, broad),
  'a long question': searches(page, long),
  'hostile text': searches(page, hostile),
  suggestions,
  'filtered lists': lists(...filters.flatMap(filter => orders.map(order => papersBy(filter, order)))),
  'stats of all papers': lists(
    '{ stats { paperCount authorCount keywordCount organizationCount withCode upvotes { mean median max } } }',
  ),
  'stats, timeline and trends of a word': lists(
    `{ stats(filter: { text: "${word(99)}" }) { paperCount upvotes { median } timeline { from paperCount } } }`,
    '{ keywordTrends(by: MONTH) { keyword { name } paperCount meanBefore } }',
  ),
  'similar papers': lists(
    `{ paper(ref: "${anyId}") { similar { paper { title } score sharedKeywords { name } } } }`,
  ),
})
