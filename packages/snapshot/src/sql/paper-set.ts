/** The numbers of the papers that match a condition. */
export const numbersOf = (where: string): string => /* sql */ `
SELECT json_group_array(paper.paper) AS numbers FROM paper WHERE ${where}`

/** Names of counted values. `:counted` has pairs of a row number and its count. Most papers first, ties by key. */
export const named = (kind: 'keyword' | 'organization'): string => /* sql */ `
SELECT ${kind}.key, ${kind}.name, counted.value ->> 1 AS papers
FROM json_each(:counted) AS counted JOIN ${kind} ON ${kind}.${kind} = counted.value ->> 0
ORDER BY papers DESC, ${kind}.key LIMIT :limit`

export const links = (where: string): string => /* sql */ `
SELECT total(has_code) AS withCode, total(has_project_page) AS withProjectPage, total(has_ai_summary) AS withAiSummary,
  total(models > 0) AS withModels, total(datasets > 0) AS withDatasets, total(spaces > 0) AS withSpaces
FROM paper WHERE ${where}`

/** Columns with values that may be unknown, by their names in the graph. */
export const values = { upvotes: 'upvotes', githubStars: 'github_stars' } as const

/** The known values, ascending. */
export const valuesOf = (of: keyof typeof values, where: string): string => /* sql */ `
SELECT ${values[of]} AS value FROM paper WHERE ${where} AND ${values[of]} IS NOT NULL ORDER BY value`
