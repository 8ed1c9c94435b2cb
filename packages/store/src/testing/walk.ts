import type { Page, PageRequest, Row } from '../page.ts'

/** A list walked page by page from one end to the other, in list order; throws where a page contradicts the next. */
export async function walk<T>(
  ask: (page: PageRequest) => Promise<Page<T>>,
  size: number,
  backward: boolean,
): Promise<Row<T>[]> {
  const rows: Row<T>[] = []
  let cursor: string | null = null
  for (;;) {
    const page: Page<T> = await ask({
      size,
      backward,
      after: backward ? null : cursor,
      before: backward ? cursor : null,
    })
    if (backward) rows.unshift(...page.rows)
    else rows.push(...page.rows)
    const [more, behind] = backward
      ? [page.hasPreviousPage, page.hasNextPage]
      : [page.hasNextPage, page.hasPreviousPage]
    if (behind !== (cursor !== null))
      throw new Error('the page behind is there exactly when a cursor was given')
    if (!more) return rows
    if (page.rows.length !== size)
      throw new Error(`a page before the last has ${page.rows.length} rows, not ${size}`)
    cursor = (backward ? page.rows[0] : page.rows.at(-1))?.position ?? null
  }
}
