/** Pairs of a paper's number and one of its values, without duplicates, in the order of the papers. */
const column = (pairs: string): string => /* sql */ `
SELECT json_group_array(paper) AS papers, json_group_array(value) AS "values"
FROM (${pairs} ORDER BY paper)`

export const columns = {
  author: column('SELECT DISTINCT paper, author AS value FROM authorship'),
  keyword: column('SELECT DISTINCT paper, keyword AS value FROM paper_keyword'),
  organization: column('SELECT paper, organization AS value FROM paper WHERE organization IS NOT NULL'),
  year: column('SELECT paper, CAST(substr(featured_on, 1, 4) AS INTEGER) AS value FROM paper'),
}
