/** Conditions on a row of `paper`. */
export const everyPaper = /* sql */ `TRUE`

export const holds = {
  featured: /* sql */ `paper.paper IN (SELECT paper FROM featuring WHERE day BETWEEN :featuredFrom AND :featuredTo)`,
  published: /* sql */ `substr(paper.published_at, 1, 10) BETWEEN :publishedFrom AND :publishedTo`,
  minUpvotes: /* sql */ `paper.upvotes >= :minUpvotes`,
  minGithubStars: /* sql */ `paper.github_stars >= :minGithubStars`,
  hasCode: /* sql */ `paper.has_code = :hasCode`,
  hasProjectPage: /* sql */ `paper.has_project_page = :hasProjectPage`,
  hasAiSummary: /* sql */ `paper.has_ai_summary = :hasAiSummary`,
  text: /* sql */ `paper.paper IN (SELECT rowid FROM paper_words WHERE paper_words MATCH :text)`,
  noWords: /* sql */ `FALSE`,
}

/** That a paper has any of the keys of a JSON list. */
export const among = {
  keywords: /* sql */ `paper.paper IN (
    SELECT paper FROM paper_keyword WHERE keyword IN (
      SELECT keyword FROM keyword WHERE key IN (SELECT value FROM json_each(:keywords))))`,
  authors: /* sql */ `paper.paper IN (
    SELECT paper FROM authorship WHERE author IN (
      SELECT author FROM author WHERE key IN (SELECT value FROM json_each(:authors))))`,
  organizations: /* sql */ `paper.organization IN (
    SELECT organization FROM organization WHERE key IN (SELECT value FROM json_each(:organizations)))`,
  submitters: /* sql */ `paper.paper IN (
    SELECT paper FROM featuring WHERE submitter IN (
      SELECT account FROM account WHERE key IN (SELECT value FROM json_each(:submitters))))`,
}
