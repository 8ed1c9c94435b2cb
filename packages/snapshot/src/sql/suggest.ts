/** Names with the words, most papers first. */
export const suggestedNames = (kind: 'author' | 'keyword' | 'organization'): string => /* sql */ `
SELECT ${kind}.key AS key, ${kind}.name AS text, ${kind}.paper_count AS papers
FROM ${kind}_words CROSS JOIN ${kind} ON ${kind}.${kind} = ${kind}_words.rowid
WHERE ${kind}_words MATCH :match
ORDER BY papers DESC, key LIMIT :limit`

/** Papers with the words, most votes first. */
export const suggestedPapers = /* sql */ `
SELECT paper.id AS key, paper_text.title AS text, 1 AS papers
FROM paper_words CROSS JOIN paper ON paper.paper = paper_words.rowid JOIN paper_text USING (paper)
WHERE paper_words MATCH :match
ORDER BY paper.by_upvotes DESC LIMIT :limit`
