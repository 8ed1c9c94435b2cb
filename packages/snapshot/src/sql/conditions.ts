import type { EntityKind } from '@daily-papers/papers/entity.ts'

/** Conditions on a row of `paper`. */
export const everyPaper = /* sql */ `TRUE`

export const holds = {
  featured: /* sql */ `paper.paper IN (SELECT paper FROM featuring WHERE day BETWEEN :featuredFrom AND :featuredTo)`,
  published: /* sql */ `substr(paper.published_at, 1, 10) BETWEEN :publishedFrom AND :publishedTo`,
  minUpvotes: /* sql */ `paper.upvotes >= :minUpvotes`,
  minGithubStars: /* sql */ `paper.github_stars >= :minGithubStars`,
  hasCode: /* sql */ `paper.has_code = :hasCode`,
  hasModels: /* sql */ `(paper.models > 0) = :hasModels`,
  hasDatasets: /* sql */ `(paper.datasets > 0) = :hasDatasets`,
  hasSpaces: /* sql */ `(paper.spaces > 0) = :hasSpaces`,
  hasProjectPage: /* sql */ `paper.has_project_page = :hasProjectPage`,
  hasAiSummary: /* sql */ `paper.has_ai_summary = :hasAiSummary`,
  text: /* sql */ `paper.paper IN (SELECT rowid FROM paper_words WHERE paper_words MATCH :text)`,
  noWords: /* sql */ `FALSE`,
}

/** Condition that a paper has any, or all, of the keys in a JSON list. */
export const among = {
  keywords: /* sql */ `paper.paper IN (
    SELECT paper FROM paper_keyword WHERE keyword IN (
      SELECT keyword FROM keyword WHERE key IN (SELECT value FROM json_each(:keywords))))`,
  allKeywords: /* sql */ `(
    SELECT count(*) FROM paper_keyword JOIN keyword USING (keyword)
    WHERE paper_keyword.paper = paper.paper AND key IN (SELECT value FROM json_each(:allKeywords))
  ) = json_array_length(:allKeywords)`,
  authors: /* sql */ `paper.paper IN (
    SELECT paper FROM authorship WHERE author IN (
      SELECT author FROM author WHERE key IN (SELECT value FROM json_each(:authors))))`,
  organizations: /* sql */ `paper.organization IN (
    SELECT organization FROM organization
    WHERE key IN (SELECT value FROM json_each(:organizations))
      OR full_key IN (SELECT value FROM json_each(:organizations)))`,
  submitters: /* sql */ `paper.paper IN (
    SELECT paper FROM featuring WHERE submitter IN (
      SELECT account FROM account WHERE key IN (SELECT value FROM json_each(:submitters))))`,
}

/** The keys in a JSON list that no row of a kind has. An organization also goes by its full name. */
export const unknown = (kind: EntityKind): string => /* sql */ `
SELECT value AS key FROM json_each(:keys)
WHERE value NOT IN (SELECT key FROM ${kind})${
  kind === 'organization'
    ? ' AND value NOT IN (SELECT full_key FROM organization WHERE full_key IS NOT NULL)'
    : ''
}`
