import type { ComponentChild } from 'preact'
import { Pager } from './pager.tsx'
import { PaperRow, type PaperRowData } from './paper-row.tsx'

interface HeadProps {
  title: ComponentChild
  /** What it is, how many, where its feed is. */
  children?: ComponentChild
  aside?: ComponentChild
}

/** What a list is. */
export const ListHead = ({ title, children, aside }: HeadProps) => (
  <header class="head">
    <h1 dir="auto">{title}</h1>
    {aside}
    {children && <p class="about">{children}</p>}
  </header>
)

interface PaperListProps {
  papers: readonly PaperRowData[]
  now: number
  /** Place of the first, where places mean something. */
  from?: number
  hasDays?: boolean
  neighbours?: { previous: string | null; next: string | null }
  /** Said where there are none. */
  empty?: ComponentChild
}

const FIRST_SCREEN = 4

/** Papers, one a row. */
export function PaperList({ papers, now, from, hasDays, neighbours, empty }: PaperListProps) {
  if (papers.length === 0) return <p class="note">{empty ?? 'There are none.'}</p>
  return (
    <>
      <ol class="papers">
        {papers.map((paper, i) => (
          <PaperRow
            key={paper.paperId}
            paper={paper}
            {...(from !== undefined && { place: from + i })}
            {...(hasDays && { hasDay: true })}
            isFirst={i < FIRST_SCREEN}
            now={now}
          />
        ))}
      </ol>
      {neighbours && <Pager {...neighbours} />}
    </>
  )
}

/** Choices of which one holds, as links. */
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

export const NoSnapshot = ({ what }: { what: string }) => (
  <p class="note warning">
    {what} needs a snapshot of the corpus, and there is none at the moment. It is built after the next reading
    of the feed; until then the <a href="/">days</a> are all there.
  </p>
)
