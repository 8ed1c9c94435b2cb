import { isCommon } from './tables.ts'

/** The papers of a condition, by their numbers. */
const those = (where: string): string => `(SELECT paper.paper FROM paper WHERE ${where})`

export const topKeywords = (where: string): string => /* sql */ `
SELECT keyword.key, keyword.name, count(DISTINCT paper) AS papers
FROM paper_keyword JOIN keyword USING (keyword)
WHERE paper IN ${those(where)}
GROUP BY keyword ORDER BY papers DESC, keyword.key LIMIT :limit`

/** The same of common keywords alone. The `+` has SQLite begin with them and not with the papers. */
export const topCommonKeywords = (where: string): string => /* sql */ `
SELECT key, name, papers FROM (
  SELECT keyword, count(DISTINCT paper) AS papers FROM paper_keyword
  WHERE keyword IN (SELECT keyword FROM keyword WHERE ${isCommon}) AND +paper IN ${those(where)}
  GROUP BY keyword
) JOIN keyword USING (keyword)
ORDER BY papers DESC, key LIMIT :limit`

export const topOrganizations = (where: string): string => /* sql */ `
SELECT organization.key, organization.name, count(*) AS papers
FROM paper JOIN organization USING (organization)
WHERE ${where}
GROUP BY organization ORDER BY papers DESC, organization.key LIMIT :limit`

export const years = (where: string): string => /* sql */ `
SELECT CAST(substr(paper.featured_on, 1, 4) AS INTEGER) AS year, count(*) AS papers
FROM paper WHERE ${where}
GROUP BY year ORDER BY year DESC`

export const summary = (where: string): string => /* sql */ `
SELECT count(*) AS papers, total(has_code) AS withCode, total(has_project_page) AS withProjectPage,
  total(has_ai_summary) AS withAiSummary,
  (SELECT count(DISTINCT author) FROM authorship WHERE paper IN ${those(where)}) AS authors,
  (SELECT count(DISTINCT keyword) FROM paper_keyword WHERE paper IN ${those(where)}) AS keywords,
  count(DISTINCT organization) AS organizations
FROM paper WHERE ${where}`

/** Values that are known, ascending. */
export const valuesOf = (column: 'upvotes' | 'github_stars', where: string): string => /* sql */ `
SELECT ${column} AS value FROM paper WHERE ${where} AND ${column} IS NOT NULL ORDER BY ${column}`

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
