import { paperIdFrom } from '@daily-papers/papers/arxiv.ts'
import { builder } from '../builder.ts'
import { connect } from '../connection.ts'
import type { Context } from '../context.ts'
import { badInput, quoted } from '../errors.ts'
import { connectionByQuery, costs, DAYS_COUNTED } from '../field-cost.ts'
import { pageArgs } from './connections.ts'
import { atMostIds, eachInPlace } from './node.ts'
import { orderOfPapers, orderText, PaperOrder } from './orders.ts'
import { Paper, PaperConnection } from './paper.ts'
import { checkRanked, daysOf, PaperFilter } from './ranges.ts'

async function paperOf(ref: string, { paper }: Context) {
  const id = paperIdFrom(ref)
  if (id !== null) return paper.load(id)
  throw badInput(
    `${quoted(ref)} names no paper: write an arXiv identifier, a DOI 10.48550/arXiv.*, or a URL of arXiv, alphaXiv or Hugging Face.`,
  )
}

const refsIn = ({ refs }: Record<string, unknown>): number => (Array.isArray(refs) ? refs.length : 0)

const isOfDays = ({ filter }: Record<string, unknown>): boolean =>
  Boolean((filter as { featured?: unknown } | null | undefined)?.featured)

/** An index answers in one; what days answer takes up to three when papers of several days are among it. */
function queriesOf(args: Record<string, unknown>): number {
  const field = (args.orderBy as { field?: unknown } | null | undefined)?.field ?? 'featuredOn'
  return isOfDays(args) || field === 'featuredOn' ? 3 : 1
}

const refForms =
  'an arXiv identifier (a version is ignored), a DOI `10.48550/arXiv.*`, or a URL of arXiv, alphaXiv or Hugging Face'

builder.queryFields(t => ({
  paper: t.field({
    type: Paper,
    nullable: true,
    description: 'A paper; null when the feed has never featured it.',
    args: { ref: t.arg.string({ required: true, description: `What names it: ${refForms}.` }) },
    extensions: costs({ loads: 'paper' }),
    resolve: (_, { ref }, context) => paperOf(ref, context),
  }),
  papersByRef: t.field({
    type: [Paper],
    nullable: { list: false, items: true },
    description:
      'Up to 100 papers at once, in the order asked. Never featured: null. What names no paper: null and an error with its place in `path`, while the others are answered.',
    args: { refs: t.arg.stringList({ required: true, description: `At most 100 of ${refForms}.` }) },
    extensions: costs({ charge: refsIn, size: refsIn, loads: 'paper' }),
    resolve: (_, { refs }, context) => eachInPlace(atMostIds('refs', refs).map(ref => paperOf(ref, context))),
  }),
  papers: t.field({
    type: PaperConnection,
    description:
      'Papers of the feed, each once. Pages stay consistent while papers are added; one whose votes move meanwhile may move with them in the orders UPVOTES and TRENDING.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: PaperFilter, description: 'Which papers; by default all.' }),
      orderBy: t.arg({
        type: PaperOrder,
        defaultValue: { field: 'featuredOn' },
        description: 'The order; by default the newest day of the feed first.',
      }),
    },
    extensions: connectionByQuery(queriesOf, args => (isOfDays(args) ? DAYS_COUNTED : 1)),
    resolve: (_, { filter, orderBy, ...page }, { store, now }) => {
      const order = orderOfPapers(orderBy ?? { field: 'featuredOn' })
      const featured = filter?.featured ?? null
      const range = featured && daysOf(featured, now)
      if (range) checkRanked(range, order)
      const list = { list: 'papers', order: orderText(order), filter: JSON.stringify(featured) }
      const isLatest = !range && order.field === 'featuredOn' && order.descending
      const feed = isLatest ? ({ kind: 'latest' } as const) : null
      return connect(list, page, request => store.paperList(order, range, request), feed)
    },
  }),
}))
