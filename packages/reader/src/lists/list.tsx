import type { ResultOf } from 'gql.tada'
import type { ComponentChild } from 'preact'
import { graphql } from '../graph/graphql.ts'
import type { AskedList } from '../routing/page.ts'
import { chosenIn } from './narrow.tsx'
import { Pager } from './pager.tsx'
import { neighboursOf } from './paging.ts'
import { PaperRow, type PaperRowData, paperRow } from './paper-row.tsx'

/** A page of a list of papers. */
export const pagedPapers = graphql(
  `
  fragment PagedPapers on PaperConnection {
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { ...PaperRow }
  }
`,
  [paperRow],
)

interface HeadProps {
  title: ComponentChild
  /** Its title, its count and its feeds. */
  children?: ComponentChild
  aside?: ComponentChild
}

/** Description of a list. */
export const ListHead = ({ title, children, aside }: HeadProps) => (
  <header class="head">
    <h1 dir="auto">{title}</h1>
    {aside}
    {children && <p class="about">{children}</p>}
  </header>
)

interface PaperRowsProps<Paper> {
  papers: readonly Paper[]
  now: number
  /** Authors of a paper to show in any case. */
  wantedOf?: ((paper: Paper) => readonly string[]) | undefined
  /** Keywords to show first. */
  sought?: readonly string[] | undefined
}

/** Papers of several days: each row shows its day. */
export const PaperRows = <Paper extends PaperRowData>({
  papers,
  now,
  wantedOf,
  sought = [],
}: PaperRowsProps<Paper>) => (
  <ol class="papers">
    {papers.map(paper => (
      <PaperRow
        key={paper.paperId}
        paper={paper}
        hasDay
        now={now}
        wanted={wantedOf?.(paper)}
        sought={sought}
      />
    ))}
  </ol>
)

interface PaperListProps {
  /** Null when the API could not return it. */
  page: ResultOf<typeof pagedPapers> | null | undefined
  asked: AskedList
  /** Text for an empty list. */
  empty?: ComponentChild
  /** The author whose papers these are. */
  author?: string | undefined
}

/** A page of a list of papers, with links to the previous and next page. */
export function PaperList({ page, asked, empty, author }: PaperListProps) {
  if (!page || page.nodes.length === 0) return <p class="note">{empty ?? 'There are none.'}</p>
  return (
    <>
      <PaperRows
        papers={page.nodes}
        now={asked.now}
        wantedOf={author ? () => [author] : undefined}
        sought={chosenIn(asked.query)}
      />
      <Pager {...neighboursOf(page.pageInfo, asked)} />
    </>
  )
}

/** Choices as links, one of which is active. */
export const Choices = ({
  label,
  of,
}: {
  label: string
  of: readonly { name: string; href: string; isOn: boolean }[]
}) => (
  <nav class="choices" aria-label={label}>
    {of.map(({ name, href, isOn }) => (
      <a key={href} href={href} aria-current={isOn ? 'true' : undefined}>
        {name}
      </a>
    ))}
  </nav>
)

/** Says that a part of a page waits for the snapshot, which is built three times an hour. */
export const NoSnapshot = ({ what }: { what: string }) => (
  <p class="note warning">
    {what} can’t be shown yet. Try again within the hour. Meanwhile, see <a href="/">today’s papers</a> or{' '}
    <a href="/weeks">this week’s</a>.
  </p>
)
