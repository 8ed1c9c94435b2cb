import type { ResultOf } from 'gql.tada'
import { z } from 'zod'
import { Advice } from '../arguments/advice.ts'
import { filterInput } from '../arguments/paper-filter.ts'
import { graphql } from '../graph/graphql.ts'
import { fresh, freshLine, freshness, toFreshness } from '../markdown/fresh.ts'
import { paperUrl } from '../markdown/paper-line.ts'
import { blocks, counted, instant, link, votes } from '../markdown/text.ts'
import { needed, tool } from './tool.ts'

const change = graphql(`
  fragment NewChange on Change {
    at
    kind
    day
    threshold
    parts
    paperId
    paper { title upvotes }
  }
`)

const document = graphql(
  `
  query WhatsNew($since: DateTime, $after: String, $filter: ChangeFilter, $first: Int!) {
    changes(since: $since, after: $after, filter: $filter, first: $first) {
      changeCount
      paperCount
      pageInfo { hasNextPage endCursor }
      nodes { ...NewChange }
    }
    status { ...Fresh }
  }
`,
  [change, fresh],
)

type Change = ResultOf<typeof change>

const KINDS = {
  featured: 'FEATURED',
  votes: 'UPVOTES_PASSED',
  code: 'CODE_ADDED',
  metadata: 'METADATA_CHANGED',
} as const

const { keywords, authors, organizations, minUpvotes } = filterInput
const topics = { keywords, authors, organizations, minUpvotes }

const input = z.object({
  since: z.string().max(40).optional().describe('instant 2026-05-28T12:00:00Z or day; default 24 hours ago'),
  cursor: z.string().max(2_000).optional().describe('in place of since'),
  kinds: z
    .array(z.enum(['featured', 'votes', 'code', 'metadata']))
    .max(4)
    .optional(),
  ...topics,
  limit: z.int().min(1).max(100).default(100),
})

const DAY_MS = 86_400_000

function sinceOf(since: string | undefined, now: number): string {
  if (since === undefined) return new Date(now - DAY_MS).toISOString()
  // A time without an offset means UTC, never the zone of the server.
  const ms = Date.parse(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(since) ? `${since}Z` : since)
  if (!/^\d{4}-\d{2}-\d{2}/.test(since) || Number.isNaN(ms))
    throw new Advice(`"${since}" is not a time. Write an instant 2026-05-28T12:00:00Z or a day 2026-05-28.`)
  return new Date(ms).toISOString()
}

function eventOf({ kind, day, threshold, parts }: Change): string {
  if (kind === 'FEATURED') return `featured on ${day}`
  if (kind === 'UPVOTES_PASSED') return `passed ${threshold} votes`
  if (kind === 'CODE_ADDED') return 'got code'
  return `changed ${parts.map(part => part.toLowerCase().replaceAll('_', ' ')).join(', ')}`
}

/** Changes grouped by paper, in the order of its first one. Of several vote thresholds, only the last is shown. */
function byPaper(changes: readonly Change[]) {
  const papers = new Map<
    string,
    { title: string | null; upvotes: number | null; at: string; events: Map<string, string> }
  >()
  for (const change of changes) {
    const { paperId, paper, kind, at } = change
    const known = papers.get(paperId)
    const events = known?.events ?? new Map<string, string>()
    events.set(kind === 'UPVOTES_PASSED' ? kind : eventOf(change), eventOf(change))
    papers.set(paperId, { title: paper?.title ?? null, upvotes: paper?.upvotes ?? null, at, events })
  }
  return [...papers].map(([paperId, { events, ...paper }]) => ({
    paperId,
    ...paper,
    events: [...events.values()],
  }))
}

export const whatsNew = tool({
  name: 'whats_new',
  title: "What's new",
  description:
    'What happened to papers since an instant or cursor, at most 90 days back, oldest first: featured, votes passed, code, metadata. Pass nextCursor the next time to get each change once.',
  input,
  output: z.object({
    changeCount: z.int().nullable(),
    paperCount: z.int().nullable(),
    papers: z.array(
      z.object({
        paperId: z.string(),
        title: z.string().nullable(),
        upvotes: z.int().nullable(),
        at: z.string(),
        events: z.array(z.string()),
      }),
    ),
    hasMore: z.boolean(),
    nextCursor: z.string().nullable(),
    paperPages: z.string(),
    ...freshness,
  }),
  document,
  variables({ since, cursor, kinds, limit, ...topics }, now) {
    if (cursor !== undefined && since !== undefined)
      throw new Advice('Give cursor or since, not both: a cursor already says where to begin.')
    return {
      since: cursor === undefined ? sinceOf(since, now) : null,
      after: cursor ?? null,
      filter: {
        ...topics,
        ...(kinds && { kinds: kinds.map(kind => KINDS[kind]) }),
      },
      first: limit,
    }
  },
  answer({ data, site, errors }) {
    const { changeCount, paperCount, nodes, pageInfo } = needed(data.changes, errors)
    const papers = byPaper(nodes)
    const lines = papers.map(
      ({ paperId, title, upvotes, at, events }) =>
        `- ${link(title ?? paperId, paperUrl(site, paperId))} · ${events.join('; ')} · ${votes(upvotes)} · ${instant(at)}`,
    )
    const total = changeCount === null ? 'Many changes' : counted(changeCount, 'change')
    return {
      structured: {
        changeCount,
        paperCount,
        papers,
        hasMore: pageInfo.hasNextPage,
        nextCursor: pageInfo.endCursor,
        paperPages: `${site}/papers/{paperId}`,
        ...toFreshness(data.status),
      },
      markdown: blocks(
        "# What's new",
        `${total}${paperCount === null ? '' : ` of ${counted(paperCount, 'paper')}`}; ${counted(nodes.length, 'change')} shown${pageInfo.hasNextPage ? ', more with the cursor' : ''}.`,
        lines.join('\n'),
        pageInfo.endCursor &&
          `Cursor for ${pageInfo.hasNextPage ? 'more' : 'the next time'}: ${pageInfo.endCursor}`,
        freshLine(data.status, false),
      ),
    }
  },
})
