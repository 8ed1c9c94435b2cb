import { assertForm, type Page, type PageRequest, pageOf } from '@daily-papers/store/page.ts'
import type { Ordered, PaperOrder } from '@daily-papers/store/questions.ts'
import { PAPER_FORMS } from '@daily-papers/store/read/positions.ts'
import type { Database } from '../sql/database.ts'
import { countPapers, pageOfPapers, positions } from '../sql/lists.ts'
import { conditionsOf, type PaperFilter } from './filter.ts'

/** After every position. */
const END = '~'

function countOf(database: Database, filter: PaperFilter): number {
  const { where, parameters } = conditionsOf(filter)
  return database.one<{ count: number }>(countPapers(where), parameters)?.count ?? 0
}

/** The identifiers of the papers of a filter in an order. Their positions are those of the table's own lists. */
export function papersBy(
  database: Database,
  filter: PaperFilter,
  { field, descending }: Ordered<PaperOrder>,
  request: PageRequest,
): Page<string> {
  const { size, backward, after, before } = request
  for (const cursor of [after, before]) assertForm(PAPER_FORMS[field], cursor)
  const { where, parameters } = conditionsOf(filter)
  const position = positions[field === 'featuredOn' && filter.featured ? 'featuredInRange' : field]
  const [above, below] = descending ? [before, after] : [after, before]
  const rows = database.all<{ id: string; position: string }>(
    pageOfPapers(where, position, descending !== backward),
    { ...parameters, above: above ?? '', below: below ?? END, limit: size + 1 },
  )
  return pageOf(
    request,
    rows.map(({ id, position }) => ({ node: id, position })),
    async () => countOf(database, filter),
  )
}
