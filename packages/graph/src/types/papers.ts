import { paperIdFrom } from '@daily-papers/papers/arxiv.ts'
import type { Paper as PaperValue } from '@daily-papers/papers/paper.ts'
import { MAX_RANKED_DAYS } from '@daily-papers/store/questions.ts'
import { orderOfPapers, orderText, PaperOrder } from '../arguments/orders.ts'
import type { PageArguments } from '../arguments/page.ts'
import { pageArgs } from '../arguments/page.ts'
import {
  filterText,
  isKeyed,
  isOfDaysAlone,
  PaperFilter,
  type PaperFilterInput,
  snapshotFiltered,
} from '../arguments/paper-filter.ts'
import { rangeOf } from '../arguments/ranges.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { type Arguments, costs, DAYS_COUNTED, rowsAsked } from '../cost/field-cost.ts'
import { badInput, quoted } from '../errors.ts'
import { type Connection, connect } from '../relay/connection.ts'
import { atMostIds, eachInPlace } from '../relay/node.ts'
import { Paper, PaperConnection } from './paper.ts'

async function paperOf(ref: string, { paper }: Context) {
  const id = paperIdFrom(ref)
  if (id !== null) return paper.load(id)
  throw badInput(
    `${quoted(ref)} names no paper: write an arXiv identifier, a DOI 10.48550/arXiv.*, or a URL of arXiv, alphaXiv or Hugging Face.`,
  )
}

const refsIn = ({ refs }: Record<string, unknown>): number => (Array.isArray(refs) ? refs.length : 0)

const filterIn = ({ filter }: Arguments) => filter as PaperFilterInput | null | undefined
const fieldIn = ({ orderBy }: Arguments): unknown =>
  (orderBy as { field?: unknown } | null | undefined)?.field ?? 'featuredOn'

/** Whether the snapshot is needed, whatever the range. */
const isOfSnapshot = (args: Arguments): boolean =>
  !isOfDaysAlone(filterIn(args)) || ['comments', 'githubStars'].includes(String(fieldIn(args)))

/** The cost of the snapshot's work. It scans every paper and sorts those that match, and blocks the process meanwhile. */
const SNAPSHOT_CHARGE = 100

/**
 * An index takes one request. Days take up to three if papers have several days. Papers that the snapshot finds take one.
 */
function queriesOf(args: Arguments): number {
  if (isOfSnapshot(args)) return rowsAsked(args) > 0 ? 1 : 0
  return filterIn(args)?.featured || fieldIn(args) === 'featuredOn' ? 3 : 1
}

const totalOf = (args: Arguments): number =>
  isOfSnapshot(args) ? 0 : filterIn(args)?.featured ? DAYS_COUNTED : 1

const costOfPapers = costs({
  connection: true,
  charge: args => rowsAsked(args) + (isOfSnapshot(args) ? SNAPSHOT_CHARGE : 5),
  queries: queriesOf,
  total: totalOf,
})

/** Papers that the snapshot finds, with their current values from the table. */
async function filteredPapers(
  input: PaperFilterInput | null | undefined,
  order: ReturnType<typeof orderOfPapers>,
  args: PageArguments,
  context: Context,
): Promise<Connection<PaperValue>> {
  const { snapshot, filter } = await snapshotFiltered(input, context)
  const list = { list: 'papers', order: orderText(order), filter: filterText(input) }
  return connect(list, args, async request => {
    const page = snapshot.paperList(filter, order, request)
    const nodes = await Promise.all(page.rows.map(({ node }) => context.paper.load(node)))
    return {
      ...page,
      rows: page.rows.flatMap(({ position }, i) => {
        const node = nodes[i]
        return node ? [{ node, position }] : []
      }),
    }
  })
}

const refForms =
  'an arXiv identifier (a version is ignored), a DOI `10.48550/arXiv.*`, or a URL of arXiv, alphaXiv or Hugging Face'

builder.queryFields(t => ({
  paper: t.field({
    type: Paper,
    nullable: true,
    description: 'A paper. Null when the feed has never featured it.',
    args: { ref: t.arg.string({ required: true, description: `Accepts ${refForms}.` }) },
    extensions: costs({ loads: 'paper' }),
    resolve: (_, { ref }, context) => paperOf(ref, context),
  }),
  papersByRef: t.field({
    type: [Paper],
    nullable: { list: false, items: true },
    description:
      'Up to 100 papers, in the order of `refs`. Null where the feed never featured one. A malformed ref is null with an error at its index in `path`.',
    args: { refs: t.arg.stringList({ required: true, description: `At most 100. Each is ${refForms}.` }) },
    extensions: costs({ charge: refsIn, size: refsIn, loads: 'paper' }),
    resolve: (_, { refs }, context) => eachInPlace(atMostIds('refs', refs).map(ref => paperOf(ref, context))),
  }),
  papers: t.field({
    type: PaperConnection,
    nullable: true,
    description: `Papers of the feed, each once. New papers never shift a page. By UPVOTES and TRENDING, a paper may move while you page. Three kinds of lists come from the search snapshot: (1) by COMMENTS or GITHUB_STARS; (2) with a filter other than \`featured\`; (3) by UPVOTES, TRENDING or PUBLISHED_AT, with a \`featured\` range that is open or over ${MAX_RANKED_DAYS} days. All others are live. Lists from the snapshot have their order and count as of \`Status.snapshotAt\`. While that is null, they are null with the error SNAPSHOT_UNAVAILABLE.`,
    args: {
      ...pageArgs,
      filter: t.arg({ type: PaperFilter, description: 'Default: all papers.' }),
      orderBy: t.arg({
        type: PaperOrder,
        defaultValue: { field: 'featuredOn' },
        description: 'Default: newest featured day first.',
      }),
    },
    extensions: costOfPapers,
    resolve: (_, { filter, orderBy, ...page }, context) => {
      const order = orderOfPapers(orderBy ?? { field: 'featuredOn' })
      const featured = filter?.featured ?? null
      const range = featured && rangeOf(featured, context.now)
      if (!isOfDaysAlone(filter) || !isKeyed(range, order))
        return filteredPapers(filter, order, page, context)
      const list = { list: 'papers', order: orderText(order), filter: JSON.stringify(featured) }
      const isLatest = !range && order.field === 'featuredOn' && order.descending
      const feed = isLatest ? ({ kind: 'latest' } as const) : null
      return connect(list, page, request => context.store.paperList(order, range, request), feed)
    },
  }),
}))
