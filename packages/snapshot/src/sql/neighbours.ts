/** Those who share papers with an author. */
export const coauthors = /* sql */ `
SELECT author.key, author.name, count(DISTINCT other.paper) AS papers
FROM authorship AS mine
  JOIN authorship AS other ON other.paper = mine.paper AND other.author <> mine.author
  JOIN author ON author.author = other.author
WHERE mine.author = (SELECT author FROM author WHERE key = :key)
GROUP BY other.author ORDER BY papers DESC, author.key LIMIT :limit`

/**
 * Papers that share keywords or authors with a paper. What few papers have counts for more: each shared keyword by the
 * logarithm of how rare it is, each shared author by half of that.
 */
export const similar = /* sql */ `
WITH this AS MATERIALIZED (SELECT paper FROM paper WHERE id = :id),
size AS MATERIALIZED (SELECT count(*) AS papers FROM paper),
shared AS (
  SELECT other.paper, ln((SELECT papers FROM size) * 1.0 / keyword.paper_count) AS weight
  FROM (SELECT DISTINCT keyword FROM paper_keyword WHERE paper = (SELECT paper FROM this)) AS mine
    JOIN keyword ON keyword.keyword = mine.keyword
    JOIN paper_keyword AS other ON other.keyword = mine.keyword
  WHERE other.paper <> (SELECT paper FROM this)
  GROUP BY other.paper, other.keyword
  UNION ALL
  SELECT other.paper, ln((SELECT papers FROM size) * 1.0 / author.paper_count) / 2
  FROM (SELECT DISTINCT author FROM authorship WHERE paper = (SELECT paper FROM this)) AS mine
    JOIN author ON author.author = mine.author
    JOIN authorship AS other ON other.author = mine.author
  WHERE other.paper <> (SELECT paper FROM this)
  GROUP BY other.paper, other.author
)
SELECT paper.paper AS number, paper.id, sum(weight) AS score
FROM shared JOIN paper USING (paper)
GROUP BY paper ORDER BY score DESC, paper.id DESC LIMIT :limit`

/** What two papers share, in the order of the first. */
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
