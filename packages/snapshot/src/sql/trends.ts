export const papersByDay = (where: string): string => /* sql */ `
SELECT paper.featured_on AS day, count(*) AS papers FROM paper WHERE ${where} GROUP BY day`

export const firstAndLastDay = /* sql */ `SELECT min(featured_on) AS first, max(featured_on) AS last FROM paper`

/** Keywords by how far the papers of a stretch of days exceed the mean of the eight such stretches before. */
export const trends = (rising: boolean): string => /* sql */ `
WITH counted AS (
  SELECT keyword,
    count(DISTINCT CASE WHEN featured_on >= :first THEN paper END) AS papers,
    count(DISTINCT CASE WHEN featured_on < :first THEN paper END) / 8.0 AS meanBefore
  FROM paper JOIN paper_keyword USING (paper)
  WHERE featured_on BETWEEN :start AND :last
  GROUP BY keyword
)
SELECT key, name, papers, meanBefore, papers - meanBefore AS change
FROM counted JOIN keyword USING (keyword)
ORDER BY change ${rising ? 'DESC' : 'ASC'}, papers DESC, key LIMIT :limit`
