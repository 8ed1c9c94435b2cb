import { z } from 'zod'
import { filterInput, filterOf, topicsOf } from '../arguments/paper-filter.ts'
import { graphql } from '../graph/graphql.ts'
import { fresh, freshLine, freshness, toFreshness } from '../markdown/fresh.ts'
import { paperUrl } from '../markdown/paper-line.ts'
import { blocks, counted, instant, link, text, votes } from '../markdown/text.ts'
import { needed, tool } from './tool.ts'

const document = graphql(
  `
  query Trends(
    $filter: PaperFilter
    $by: Bucket!
    $between: DateRange
    $direction: TrendDirection!
    $window: RisingWindow!
    $isAll: Boolean!
  ) {
    stats(filter: $filter) {
      paperCount
      withCode
      upvotes { known median max }
      facets {
        keywords(first: 10) { keyword { name } paperCount }
        organizations(first: 10) { organization { name fullName } paperCount }
      }
      timeline(by: $by, between: $between) { from paperCount allPapers }
    }
    keywordTrends(by: $by, direction: $direction, first: 8) @include(if: $isAll) {
      keyword { name }
      paperCount
      meanBefore
      change
    }
    rising(window: $window, first: 8) @include(if: $isAll) {
      nodes { gained from { at } paperId paper { title upvotes } }
    }
    status { ...Fresh }
  }
`,
  [fresh],
)

const WINDOWS = { '1d': 'DAY', '3d': 'THREE_DAYS', '7d': 'WEEK' } as const
const { when, keywords, authors, organizations, hasCode } = filterInput

const input = z.object({
  when,
  keywords,
  authors,
  organizations,
  hasCode,
  by: z.enum(['day', 'week', 'month']).default('week'),
  direction: z.enum(['rising', 'falling']).default('rising'),
  window: z.enum(['1d', '3d', '7d']).default('1d').describe('votes gained in'),
})

const BUCKETS = { day: 'DAY', week: 'WEEK', month: 'MONTH' } as const
const DIRECTIONS = { rising: 'RISING', falling: 'FALLING' } as const

/** Number of newest points of a timeline that are shown. */
const POINTS = 12
interface Point {
  from: string
  /** Null when days are missing. */
  paperCount: number | null
  allPapers: number | null
}

const pointText = ({ from, paperCount, allPapers }: Point): string => {
  if (paperCount === null) return `${from} unknown`
  return paperCount === allPapers
    ? `${from} ${paperCount}`
    : `${from} ${paperCount} of ${allPapers ?? 'unknown'}`
}

const named = z.array(z.object({ name: z.string(), paperCount: z.int() }))

export const trends = tool({
  name: 'trends',
  title: 'Trends and numbers',
  description:
    'Statistics of a time or of topics: totals, top keywords and organizations, timeline. Without topics also keywords that rise or fall, and papers that gain votes now.',
  input,
  output: z.object({
    paperCount: z.int(),
    withCode: z.int(),
    medianUpvotes: z.number().nullable(),
    maxUpvotes: z.number().nullable(),
    keywords: named,
    organizations: named,
    timeline: z.array(
      z.object({ from: z.string(), paperCount: z.int().nullable(), allPapers: z.int().nullable() }),
    ),
    keywordTrends: z.array(
      z.object({
        name: z.string(),
        paperCount: z.int(),
        meanBefore: z.number().nullable(),
        change: z.number().nullable(),
      }),
    ),
    rising: z.array(z.object({ paperId: z.string(), title: z.string().nullable(), gained: z.int() })),
    paperPages: z.string(),
    ...freshness,
  }),
  document,
  variables(given) {
    const filter = filterOf(given)
    return {
      filter,
      by: BUCKETS[given.by],
      between: filter?.featured ?? null,
      direction: DIRECTIONS[given.direction],
      window: WINDOWS[given.window],
      isAll: topicsOf(given) === null,
    }
  },
  answer({ data, input: given, site, errors }) {
    const { paperCount, withCode, upvotes, facets, timeline } = needed(data.stats, errors)
    const topKeywords = facets.keywords.map(({ keyword, paperCount }) => ({ name: keyword.name, paperCount }))
    const topOrganizations = facets.organizations.map(({ organization: { name, fullName }, paperCount }) => ({
      name: fullName ?? name,
      paperCount,
    }))
    const points = (timeline ?? []).slice(-POINTS)
    const moved = (data.keywordTrends ?? []).map(({ keyword, paperCount, meanBefore, change }) => ({
      name: keyword.name,
      paperCount,
      meanBefore,
      change,
    }))
    const gaining = data.rising?.nodes ?? []
    const listed = (counts: { name: string; paperCount: number }[]) =>
      counts.map(({ name, paperCount }) => `${text(name)} (${paperCount})`).join(', ')
    return {
      structured: {
        paperCount,
        withCode,
        medianUpvotes: upvotes.median,
        maxUpvotes: upvotes.max,
        keywords: topKeywords,
        organizations: topOrganizations,
        timeline: points,
        keywordTrends: moved,
        rising: gaining.map(({ paperId, paper, gained }) => ({
          paperId,
          title: paper?.title ?? null,
          gained,
        })),
        paperPages: `${site}/papers/{paperId}`,
        ...toFreshness(data.status),
      },
      markdown: blocks(
        `# Numbers of papers ${given.when ?? 'of all time'}`,
        `${counted(paperCount, 'paper')}, ${withCode} with code; votes: median ${upvotes.median ?? 'unknown'}, most ${upvotes.max ?? 'unknown'}.`,
        topKeywords.length > 0 && `Top keywords: ${listed(topKeywords)}`,
        topOrganizations.length > 0 && `Top organizations: ${listed(topOrganizations)}`,
        points.length > 0 && `By ${given.by}, beginning on: ${points.map(pointText).join(', ')}`,
        moved.length > 0 &&
          `## Keywords ${given.direction}, this ${given.by} against the mean before\n\n${moved.map(({ name, paperCount, meanBefore }) => `- ${text(name)}: ${paperCount} papers, before ${meanBefore?.toFixed(1) ?? 'unknown'}`).join('\n')}`,
        gaining.length > 0 &&
          `## Papers gaining votes, last ${given.window}\n\n${gaining.map(({ paperId, paper, gained, from }) => `- ${link(paper?.title ?? paperId, paperUrl(site, paperId))} · +${gained} since ${instant(from.at)}${paper ? ` · ${votes(paper.upvotes)}` : ''}`).join('\n')}`,
        freshLine(data.status, true),
      ),
    }
  },
})
