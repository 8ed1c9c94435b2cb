import type { ResultOf } from 'gql.tada'
import type { ComponentChild } from 'preact'
import { graphql } from '../graph/graphql.ts'
import { counted } from '../parts/count.ts'
import type { AskedList, View } from '../routing/page.ts'
import { ListHead, PaperList, pagedPapers } from './list.tsx'

/** The papers of a week or a month. */
export const periodPapers = graphql(
  `
  fragment PeriodPapers on PaperConnection {
    totalCount
    ...PagedPapers
  }
`,
  [pagedPapers],
)

export interface Period {
  kind: 'week' | 'month'
  title: string
  /** Its first and last day, or the number of days that it has. */
  extent: string
  /** The previous and next one. There is none after the present. */
  earlier: { name: string; href: string }
  later: { name: string; href: string; hasBegun: boolean }
  /** Number of papers on each day. */
  days: ComponentChild
  papers: ResultOf<typeof periodPapers> | null
}

/** The page of a week or a month. */
export function periodView(
  { kind, title, extent, earlier, later, days, papers }: Period,
  asked: AskedList,
): View {
  return {
    title,
    description: `The papers of ${title}, ${extent}, by upvotes.`,
    previous: earlier.href,
    next: later.hasBegun ? later.href : null,
    section: `/${kind}s`,
    body: (
      <>
        <ListHead
          title={title}
          aside={
            <nav class="neighbours" aria-label={`The ${kind}s before and after`}>
              <a href={earlier.href}>‹ {earlier.name}</a>
              {later.hasBegun && <a href={later.href}>{later.name} ›</a>}
            </nav>
          }
        >
          {papers && `${counted(papers.totalCount ?? 0, 'paper')} ${later.hasBegun ? '' : 'so far, '}`}
          {extent}, by upvotes
        </ListHead>
        {days}
        <PaperList page={papers} asked={asked} empty={`This site has no papers of this ${kind}.`} />
      </>
    ),
  }
}
