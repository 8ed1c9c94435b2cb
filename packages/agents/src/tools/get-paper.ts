import type { ResultOf } from 'gql.tada'
import { z } from 'zod'
import { Advice, adviceOf, call } from '../arguments/advice.ts'
import { graphql } from '../graph/graphql.ts'
import { fresh, freshLine, freshness, toFreshness } from '../markdown/fresh.ts'
import { linkedBy } from '../markdown/linking.ts'
import { paperDetails, paperMarkdown, pointsOf } from '../markdown/paper.ts'
import { paperUrl } from '../markdown/paper-line.ts'
import { shortened } from '../markdown/text.ts'
import { tool } from './tool.ts'

export const paperDocument = graphql(
  `
  query GetPaper($ref: String!) {
    paper(ref: $ref) { ...PaperDetails }
    status { ...Fresh }
  }
`,
  [paperDetails, fresh],
)

const SIZES = { authors: 10, abstract: 1_400, linking: 2 }

export type PaperAnswer = ResultOf<typeof paperDocument>

export const noPaper = (ref: string): Advice =>
  new Advice(
    `The feed has not featured "${shortened(ref, 80)}". Find papers with ${call('search_papers', { query: shortened(ref, 80) })}.`,
    404,
  )

export const getPaper = tool({
  name: 'get_paper',
  title: 'Get a paper',
  description:
    'One paper: abstract, summary, authors, votes over time, code, similar papers, models and datasets that link it. papers://ID has all of it.',
  input: z.object({
    paper: z.string().max(300).describe('arXiv id 2605.28293, URL or DOI'),
  }),
  output: z.object({
    paperId: z.string(),
    url: z.string(),
    title: z.string(),
    abstract: z.string(),
    summary: z.string().nullable(),
    keywords: z.array(z.string()),
    authors: z.array(z.string()),
    authorCount: z.int(),
    featuredOn: z.string(),
    upvotes: z.int().nullable(),
    dayRank: z.int().nullable(),
    comments: z.int().nullable(),
    organization: z.string().nullable(),
    code: z.string().nullable(),
    stars: z.int().nullable(),
    votes: z.array(z.object({ at: z.string(), value: z.int().nullable() })),
    linkedBy: z.array(z.string()).nullable().describe('models/owner/name'),
    similar: z.array(z.string()).nullable().describe('paperIds'),
    ...freshness,
  }),
  document: paperDocument,
  variables: ({ paper }) => ({ ref: paper }),
  answer({ data: { paper, status }, input, site, errors }) {
    if (!paper && errors.length > 0) throw adviceOf(errors)
    if (!paper) throw noPaper(input.paper)
    const { organization, code } = paper
    return {
      structured: {
        paperId: paper.paperId,
        url: paperUrl(site, paper.paperId),
        title: paper.title,
        abstract: shortened(paper.abstract, SIZES.abstract),
        summary: paper.aiSummary?.text ?? null,
        keywords: paper.keywordNames,
        authors: paper.authorNames.slice(0, SIZES.authors),
        authorCount: paper.authorNames.length,
        featuredOn: paper.featuredOn,
        upvotes: paper.upvotes,
        dayRank: paper.dayRank,
        comments: paper.comments,
        organization: organization && (organization.fullName ?? organization.name),
        code: code?.url ?? null,
        stars: code?.stars ?? null,
        votes: pointsOf(paper),
        linkedBy: linkedBy(paper, SIZES.linking),
        similar: paper.similar?.map(similar => similar.paper.paperId) ?? null,
        ...toFreshness(status),
      },
      markdown: `${paperMarkdown(paper, site, SIZES)}\n${freshLine(status, true)}\n`,
    }
  },
})
