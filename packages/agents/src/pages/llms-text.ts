import { tools } from '../tools/tools.ts'
import { QUERIES } from './queries.ts'

/** `/llms.txt`: what an assistant needs to know before its first question. */
export const llmsText = (site: string): string => `# Daily Papers Graph

> Machine-learning papers that Hugging Face's Daily Papers featured, as one graph: papers, days, authors, Hub accounts, organizations, keywords, votes over time. Read-only, no key. Days and instants are in UTC.

## MCP

\`${site}/mcp\` (streamable HTTP, stateless). Resources: \`papers://<arXiv id>\` as Markdown.

${tools.map(({ name, description }) => `- ${name}: ${description}`).join('\n')}

## Markdown

- [The latest day](${site}/days/latest.md); any other: ${site}/days/2026-05-29.md
- A paper: ${site}/papers/2605.28293.md

## GraphQL

POST \`{"query", "variables"}\` as JSON to ${site}/graphql. The schema is at ${site}/schema.graphql (27,000 tokens: read parts of it).

- Cost: the limit of a query is 5,000. Each object costs 1. A list inside a list costs the product of both \`first\`. \`extensions.cost\` shows the cost. Ask for small pages, then for more with \`after: endCursor\`.
- Search hits are a union: select fields within \`... on Paper { … }\`.
- Null means unknown, never 0. Search, filters and statistics are as of \`status { snapshotAt }\`.

${QUERIES.map(({ about, query }) => `${about}:\n\n    ${query}`).join('\n\n')}

## More

- [Pages for people](${site}/)
- [Feeds](${site}/feeds/latest.atom?minUpvotes=10)
- [All papers as one SQLite file](${site}/snapshot)
`
