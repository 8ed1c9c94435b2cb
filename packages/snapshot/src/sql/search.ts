/** How much a word counts in each column of `paper_words`: title, abstract, summary, keywords, authors. */
const WEIGHTS = '10, 2, 3, 4, 4'

/** Papers with the words by BM25, either those whose titles have all of them or the others. */
const ranked = (where: string, titles: 'IN' | 'NOT IN'): string => /* sql */ `
SELECT * FROM (
  SELECT paper.paper AS number, paper.id AS key
  FROM paper_words CROSS JOIN paper ON paper.paper = paper_words.rowid
  WHERE paper_words MATCH :match
    AND paper.paper ${titles} (SELECT rowid FROM paper_words WHERE paper_words MATCH :inTitle)
    AND ${where}
  ORDER BY bm25(paper_words, ${WEIGHTS}), paper.by_upvotes DESC
  LIMIT :offset + :limit
)`

/** Titles first. SQLite ranks the others only for a page that titles do not fill: of broad words they are most. */
export const searchPapers = (where: string): string => /* sql */ `
${ranked(where, 'IN')} UNION ALL ${ranked(where, 'NOT IN')}
LIMIT :limit OFFSET :offset`

/** Names with the words: the one that is the query itself, then those of whole words, then by papers. */
export const searchNames = (kind: 'author' | 'keyword' | 'organization'): string => /* sql */ `
SELECT ${kind}.${kind} AS number, ${kind}.key AS key
FROM ${kind}_words JOIN ${kind} ON ${kind}.${kind} = ${kind}_words.rowid
WHERE ${kind}_words MATCH :match
ORDER BY ${kind}.key = :exact DESC,
  ${kind}.${kind} IN (SELECT rowid FROM ${kind}_words WHERE ${kind}_words MATCH :whole) DESC,
  ${kind}.paper_count DESC, ${kind}.key
LIMIT :limit OFFSET :offset`

/** The numbers of the papers with the words. */
export const numbersFound = (where: string): string => /* sql */ `
SELECT json_group_array(paper_words.rowid) AS numbers
FROM paper_words LEFT JOIN paper ON paper.paper = paper_words.rowid
WHERE paper_words MATCH :match AND ${where}`

export const countNames = (kind: 'author' | 'keyword' | 'organization'): string => /* sql */ `
SELECT count(*) AS count FROM ${kind}_words WHERE ${kind}_words MATCH :match`

/** The texts of a paper in which words were found. */
export const textsOfPaper = /* sql */ `
SELECT title, abstract, ai_summary AS summary,
  (SELECT json_group_array(name ORDER BY position) FROM paper_keyword WHERE paper = :number) AS keywords,
  (SELECT json_group_array(name ORDER BY position) FROM authorship WHERE paper = :number) AS authors
FROM paper_text WHERE paper = :number`

export const textsOfName = {
  author: /* sql */ `SELECT name, NULL AS fullName FROM author WHERE author = :number`,
  keyword: /* sql */ `SELECT name, NULL AS fullName FROM keyword WHERE keyword = :number`,
  organization: /* sql */ `SELECT name, full_name AS fullName FROM organization WHERE organization = :number`,
}
