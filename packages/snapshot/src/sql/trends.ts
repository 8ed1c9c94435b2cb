export const papersByDay = (where: string): string => /* sql */ `
SELECT paper.featured_on AS day, count(*) AS papers FROM paper WHERE ${where} GROUP BY day`

export const firstAndLastDay = /* sql */ `SELECT min(featured_on) AS first, max(featured_on) AS last FROM paper`

export const days = /* sql */ `SELECT date AS day FROM day WHERE paper_count > 0 ORDER BY date`

export const emptyDays = /* sql */ `SELECT date AS day FROM empty_day`

/** Order of keywords without a mean to compare with: by papers. */
const orders = { rising: 'change DESC', falling: 'change ASC' }

/** Keywords by how far their papers in a period exceed the mean of the known periods before. */
export const trends = (order: keyof typeof orders): string => /* sql */ `
WITH known AS MATERIALIZED (
  SELECT value ->> 'first' AS first, value ->> 'last' AS last FROM json_each(:known)
),
counted AS (
  SELECT keyword,
    count(DISTINCT CASE WHEN featured_on >= :first THEN paper END) AS papers,
    count(DISTINCT CASE WHEN featured_on < :first THEN paper END) / CAST(:periods AS REAL) AS meanBefore
  FROM paper JOIN paper_keyword USING (paper)
  WHERE featured_on BETWEEN :first AND :last
    OR EXISTS (SELECT 1 FROM known WHERE featured_on BETWEEN known.first AND known.last)
  GROUP BY keyword
)
SELECT key, name, papers, meanBefore, papers - meanBefore AS change
FROM counted JOIN keyword USING (keyword)
ORDER BY ${orders[order]}, papers DESC, key LIMIT :limit`
