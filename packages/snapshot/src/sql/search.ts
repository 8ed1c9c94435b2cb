import { everyPaper } from './conditions.ts'

/** Weight of a word in each column of `paper_words`: title, abstract, summary, keywords, authors, organization. */
const WEIGHTS = '10, 2, 3, 4, 4, 4'

/** Orders of the papers of a search. `any` is the cheapest. */
export const orders = {
  relevance: /* sql */ `bm25(paper_words, ${WEIGHTS}), paper_words.rowid DESC`,
  any: /* sql */ `paper_words.rowid`,
  date: /* sql */ `paper.by_featured DESC`,
  votes: /* sql */ `paper.by_upvotes DESC`,
}

const words = /* sql */ `paper_words CROSS JOIN paper ON paper.paper = paper_words.rowid`

/** The numbers of the papers that match, in an order. */
export const numbersFound = (where: string, order: keyof typeof orders): string => /* sql */ `
SELECT json_group_array(number) AS numbers FROM (
  SELECT paper_words.rowid AS number
  FROM ${where === everyPaper && /relevance|any/.test(order) ? 'paper_words' : words}
  WHERE paper_words MATCH :match AND ${where}
  ORDER BY ${orders[order]}
)`

/** The numbers of the papers of a filter, in an order. Newest first by default. */
export const numbersListed = (where: string, order: keyof typeof orders): string => /* sql */ `
SELECT json_group_array(number) AS numbers FROM (
  SELECT paper.paper AS number FROM paper WHERE ${where}
  ORDER BY ${order === 'votes' ? orders.votes : orders.date}
)`

/** The papers that match best, with their BM25 ranks: lower is better. */
export const rankedPapers = (where: string): string => /* sql */ `
SELECT paper_words.rowid AS number, bm25(paper_words, ${WEIGHTS}) AS rank
FROM ${where === everyPaper ? 'paper_words' : words}
WHERE paper_words MATCH :match AND ${where}
ORDER BY rank, number DESC LIMIT :limit`

/** Whether any paper or name matches. */
export const anyMatch = (kind: 'paper' | 'author' | 'keyword' | 'organization'): string =>
  /* sql */ `SELECT rowid FROM ${kind}_words WHERE ${kind}_words MATCH :match LIMIT 1`

/** A temporary table of this connection: the words of names, and how many names have each. */
export const namesTerms = (kind: 'author' | 'keyword' | 'organization') => ({
  create: /* sql */ `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${kind}_terms USING fts5vocab(main, ${kind}_words, row)`,
  read: /* sql */ `SELECT term AS word, doc AS papers FROM temp.${kind}_terms`,
})

export const paperById = (where: string): string => /* sql */ `
SELECT paper.paper AS number FROM paper WHERE paper.id = :id AND ${where}`

export const keysOfNumbers = /* sql */ `
SELECT paper.id AS key FROM json_each(:numbers) AS wanted CROSS JOIN paper ON paper.paper = wanted.value
ORDER BY wanted.key`

/** Number of papers with each of some words, as far as the snapshot counts them. */
export const papersWithWords = /* sql */ `
SELECT word, papers FROM word WHERE word IN (SELECT value FROM json_each(:words))`

export const allWords = /* sql */ `SELECT word, papers FROM word ORDER BY word`

export const papersCounted = /* sql */ `SELECT count(*) AS papers FROM paper`

/** The papers by authors whose names contain the words in sequence. `isExact`: the name has no other words. */
export const papersByName = /* sql */ `
SELECT authorship.paper AS number, max(author.key = :authorKey) AS isExact
FROM author_words
  CROSS JOIN author ON author.author = author_words.rowid
  CROSS JOIN authorship ON authorship.author = author.author
WHERE author_words MATCH :phrase
GROUP BY number`

/** The papers of organizations whose name is these words. */
export const papersOfOrganization = /* sql */ `
SELECT paper.paper AS number, organization.key, organization.full_name AS fullName
FROM organization_words
  CROSS JOIN organization ON organization.organization = organization_words.rowid
  CROSS JOIN paper ON paper.organization = organization.organization
WHERE organization_words MATCH :phrase`

/** Names with the words: first the name that is the query, then names with whole words, then by number of papers. */
export const searchNames = (kind: 'author' | 'keyword' | 'organization'): string => /* sql */ `
SELECT ${kind}.${kind} AS number, ${kind}.key AS key
FROM ${kind}_words JOIN ${kind} ON ${kind}.${kind} = ${kind}_words.rowid
WHERE ${kind}_words MATCH :match
ORDER BY ${kind}.key = :exact DESC,
  ${kind}.${kind} IN (SELECT rowid FROM ${kind}_words WHERE ${kind}_words MATCH :whole) DESC,
  ${kind}.paper_count DESC, ${kind}.key
LIMIT :limit OFFSET :offset`

export const countNames = (kind: 'author' | 'keyword' | 'organization'): string => /* sql */ `
SELECT count(*) AS count FROM ${kind}_words WHERE ${kind}_words MATCH :match`

/** The texts of a paper in which words were found. */
export const textsOfPaper = /* sql */ `
SELECT title, abstract, ai_summary AS summary,
  (SELECT json_group_array(name ORDER BY position) FROM paper_keyword WHERE paper = :number) AS keywords,
  (SELECT json_group_array(name ORDER BY position) FROM authorship WHERE paper = :number) AS authors,
  (SELECT json_array(name, full_name) FROM paper JOIN organization USING (organization) WHERE paper = :number) AS organization
FROM paper_text WHERE paper = :number`

export const textsOfName = {
  author: /* sql */ `SELECT name, NULL AS fullName FROM author WHERE author = :number`,
  keyword: /* sql */ `SELECT name, NULL AS fullName FROM keyword WHERE keyword = :number`,
  organization: /* sql */ `SELECT name, full_name AS fullName FROM organization WHERE organization = :number`,
}
