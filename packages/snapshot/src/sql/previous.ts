/** Papers with their texts, in their order. */
export const papersInOrder = /* sql */ `
SELECT paper.*, title, abstract, ai_summary, ai_model, code_url, project_page, thumbnail,
  organization.key AS organization_key, organization.name AS organization_name,
  organization.full_name AS organization_full_name
FROM paper JOIN paper_text USING (paper) LEFT JOIN organization USING (organization)
ORDER BY paper.paper`

export const featuringsInOrder = /* sql */ `
SELECT paper, day, submitted_at, key, name, full_name
FROM featuring LEFT JOIN account ON account = submitter ORDER BY paper, day`

export const authorsInOrder = /* sql */ `
SELECT paper, authorship.name AS printed, key, account.name, full_name
FROM authorship LEFT JOIN account USING (account) ORDER BY paper, position`

export const keywordsInOrder = /* sql */ `SELECT paper, name FROM paper_keyword ORDER BY paper, position`

export const historyInOrder = /* sql */ `
SELECT paper, at, upvotes, comments, github_stars FROM history ORDER BY paper, at`

export const saidInOrder = /* sql */ `SELECT paper, kind, key, name, full_name FROM said_otherwise ORDER BY paper`

export const daysInOrder = /* sql */ `SELECT date, paper_count, settled, changed_at FROM day ORDER BY date`
