import { z } from 'zod'
import { Advice, adviceOf, call } from '../arguments/advice.ts'
import { graphql } from '../graph/graphql.ts'
import { fresh, freshLine, freshness, toFreshness } from '../markdown/fresh.ts'
import { lineOf, listedPaper, listOf, paperLine, toListed } from '../markdown/paper-line.ts'
import { blocks, counted, shortened, text } from '../markdown/text.ts'
import { tool } from './tool.ts'

const document = graphql(
  `
  query GetAuthor($name: String!, $first: Int!) {
    author(ref: $name) {
      ref
      name
      paperCount
      identity
      hubUsers { username fullName paperCount }
      coauthors(first: 15) { author { name } paperCount }
      papers(first: $first) { nodes { ...PaperLine } }
    }
    suggest(text: $name, in: [AUTHORS], first: 5) { text paperCount }
    status { ...Fresh }
  }
`,
  [paperLine, fresh],
)

const IDENTITIES = {
  NAME_ONLY: 'no account claims papers under this name',
  ONE_ACCOUNT: 'one account claims papers under this name',
  SEVERAL_ACCOUNTS: 'several accounts claim papers under this name: very likely several people',
} as const

function noAuthor(name: string, suggested: readonly { text: string }[]): Advice {
  const others = suggested.map(({ text: other }) => other)
  const [first] = others
  return new Advice(
    first
      ? `No paper prints the name "${shortened(name, 80)}". Close names: ${others.join(', ')}. Next: ${call('get_author', { name: first })}.`
      : `No paper prints the name "${shortened(name, 80)}". Find authors by topic or spelling with ${call('search_papers', { query: shortened(name, 80) })}.`,
  )
}

export const getAuthor = tool({
  name: 'get_author',
  title: 'Get an author',
  description:
    'An author, by printed name: newest papers, co-authors with shared papers, Hub accounts. For most votes use list_papers with authors.',
  input: z.object({
    name: z.string().max(200).describe('full name as printed, any case'),
    limit: z.int().min(1).max(50).default(10).describe('papers'),
  }),
  output: z.object({
    name: z.string(),
    url: z.string(),
    paperCount: z.int(),
    identity: z.string(),
    accounts: z.array(z.object({ username: z.string(), paperCount: z.int() })),
    coauthors: z.array(z.object({ name: z.string(), paperCount: z.int() })).nullable(),
    papers: z.array(listedPaper),
    ...freshness,
  }),
  document,
  variables: ({ name, limit }) => ({ name, first: limit }),
  answer({ data: { author, suggest, status }, input, site, errors }) {
    const failed = errors.filter(({ extensions }) => extensions?.code !== 'SNAPSHOT_UNAVAILABLE')
    if (!author && failed.length > 0) throw adviceOf(failed)
    if (!author) throw noAuthor(input.name, suggest ?? [])
    const { name, paperCount, papers, hubUsers } = author
    // API Gateway decodes a path once and may cut it off at a `?`.
    const url = `${site}/authors/${encodeURIComponent(author.ref).replaceAll('%3F', '%253F')}`
    const coauthors =
      author.coauthors?.map(({ author: { name }, paperCount }) => ({ name, paperCount })) ?? null
    return {
      structured: {
        name,
        url,
        paperCount,
        identity: author.identity,
        accounts: hubUsers.map(({ username, paperCount }) => ({ username, paperCount })),
        coauthors,
        papers: papers.nodes.map(toListed),
        ...toFreshness(status),
      },
      markdown: blocks(
        `# ${text(name)}`,
        `${url}\n${counted(paperCount, 'paper')}; ${IDENTITIES[author.identity]}.`,
        hubUsers.length > 0 &&
          `Accounts: ${hubUsers.map(({ username, paperCount }) => `${username} (${counted(paperCount, 'paper')})`).join(', ')}`,
        coauthors
          ? coauthors.length > 0 &&
              `Shares papers with: ${coauthors.map(({ name, paperCount }) => `${text(name)} (${paperCount})`).join(', ')}`
          : 'Co-authors are unknown while there is no snapshot.',
        `## Newest papers, ${papers.nodes.length} of ${paperCount}\n\n${listOf(papers.nodes.map(paper => lineOf(paper, site, [paper.featuredOn])))}`,
        freshLine(status, true),
      ),
    }
  },
})
