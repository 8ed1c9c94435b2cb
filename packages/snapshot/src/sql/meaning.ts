export interface TextsOfPaper {
  paper: number
  text: string
}

/** The texts of each paper that LSA uses, one a line. */
export const textsOfPapers = /* sql */ `
SELECT paper, concat_ws(char(10), title, abstract, ai_summary,
  (SELECT group_concat(name, char(10) ORDER BY position) FROM paper_keyword AS k WHERE k.paper = paper_text.paper)) AS text
FROM paper_text ORDER BY paper`

export const insertWord = /* sql */ `INSERT INTO word (word, papers, weight, vector) VALUES (?, ?, ?, ?)`
export const insertPaperVector = /* sql */ `INSERT INTO paper_vector (paper, vector) VALUES (?, ?)`

export const wordVectors = /* sql */ `
SELECT word, weight, vector FROM word WHERE word IN (SELECT value FROM json_each(:words))`

export const paperVectors = /* sql */ `SELECT paper, vector FROM paper_vector ORDER BY paper`
