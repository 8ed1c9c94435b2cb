interface PagerProps {
  previous: string | null
  next: string | null
}

/** Links to the previous and next page. */
export function Pager({ previous, next }: PagerProps) {
  if (!previous && !next) return null
  return (
    <nav class="pager" aria-label="Pages of this list">
      {previous && <a href={previous}>‹ Before</a>}
      {next && <a href={next}>More ›</a>}
    </nav>
  )
}
