/** Authors who share papers with an author. */
export const coauthors = /* sql */ `
SELECT author.key, author.name, count(DISTINCT other.paper) AS papers
FROM authorship AS mine
  JOIN authorship AS other ON other.paper = mine.paper AND other.author <> mine.author
  JOIN author ON author.author = other.author
WHERE mine.author = (SELECT author FROM author WHERE key = :key)
GROUP BY other.author ORDER BY papers DESC, author.key LIMIT :limit`

export const numberOfPaper = /* sql */ `SELECT paper AS number FROM paper WHERE id = :id`
export const idOfPaper = /* sql */ `SELECT id FROM paper WHERE paper = :number`

/** Keywords or authors that two papers share, in the order of the first paper. */
export const sharedKeywords = /* sql */ `
SELECT mine.name FROM paper_keyword AS mine
WHERE mine.paper = (SELECT paper FROM paper WHERE id = :id)
  AND mine.keyword IN (SELECT keyword FROM paper_keyword WHERE paper = :number)
GROUP BY mine.keyword ORDER BY min(mine.position)`

export const sharedAuthors = /* sql */ `
SELECT mine.name FROM authorship AS mine
WHERE mine.paper = (SELECT paper FROM paper WHERE id = :id)
  AND mine.author IN (SELECT author FROM authorship WHERE paper = :number)
GROUP BY mine.author ORDER BY min(mine.position)`
