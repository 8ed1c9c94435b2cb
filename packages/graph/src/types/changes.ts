import { type Change as ChangeValue, changeKey, type MetadataPart } from '@daily-papers/papers/change.ts'
import {
  type ChangeCounts,
  MOST_CHANGE_REQUESTS,
  MOST_PAPER_REQUESTS,
} from '@daily-papers/store/questions.ts'
import {
  ChangeFilter,
  type ChangeFilterInput,
  ChangeKind,
  isOfPapers,
  ofPapers,
} from '../arguments/change-filter.ts'
import { OrderDirection } from '../arguments/orders.ts'
import { builder } from '../builder.ts'
import { type Arguments, connectionByQuery, costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { type Connection, connect } from '../relay/connection.ts'
import { connectionType } from '../relay/connection-type.ts'
import { Paper } from './paper.ts'

const parts = {
  TITLE: { value: 'title', description: 'The title.' },
  ABSTRACT: { value: 'abstract', description: 'The abstract.' },
  AUTHORS: { value: 'authors', description: 'Its authors, or the accounts that claim to be them.' },
  KEYWORDS: { value: 'keywords', description: 'Its keywords.' },
  AI_SUMMARY: { value: 'aiSummary', description: 'The AI summary.' },
  ORGANIZATION: { value: 'organization', description: 'The organization, or any of its fields.' },
  CODE: { value: 'code', description: 'Its code repository. The first one is CODE_ADDED instead.' },
  PROJECT_PAGE: { value: 'projectPage', description: 'The project’s page.' },
  THUMBNAIL: { value: 'thumbnail', description: 'The picture.' },
  MEDIA: { value: 'media', description: 'The images and videos.' },
  PUBLISHED_AT: { value: 'publishedAt', description: 'The date of the first version.' },
  WITHDRAWN_AT: { value: 'withdrawnAt', description: 'Whether it is withdrawn.' },
} as const satisfies Record<string, { value: MetadataPart; description: string }>

const PaperPart = builder.enumType('PaperPart', {
  description: 'A part of a paper’s metadata.',
  values: parts,
})

const Change = builder.objectRef<ChangeValue>('Change').implement({
  description: 'An event in a paper’s life. It appears once, and never changes.',
  fields: t => ({
    key: t.string({
      description:
        'Stable id of the change, for example `featured/2503.02130/2025-03-05`. Use it to drop duplicates.',
      resolve: changeKey,
    }),
    kind: t.expose('kind', { type: ChangeKind, description: 'What happened.' }),
    at: t.expose('at', {
      type: 'DateTime',
      description: 'When the server noticed it, at its first reading after the change.',
    }),
    paperId: t.exposeString('paperId', {
      description: 'The arXiv identifier, for example `2503.02130`. Adds no cost, unlike `paper`.',
    }),
    paper: t.field({
      type: Paper,
      nullable: true,
      description: 'The paper as it is now. Null if no longer stored.',
      extensions: costs({ loads: 'paper' }),
      resolve: ({ paperId }, _, { paper }) => paper.load(paperId),
    }),
    day: t.field({
      type: 'Date',
      nullable: true,
      description: 'FEATURED: the day that featured the paper. Null for other kinds.',
      resolve: change => (change.kind === 'featured' ? change.day : null),
    }),
    parts: t.field({
      type: [PaperPart],
      description: 'METADATA_CHANGED: what changed. Empty for other kinds.',
      extensions: costs({ charge: 1 }),
      resolve: change => (change.kind === 'metadataChanged' ? change.parts : []),
    }),
    threshold: t.int({
      nullable: true,
      description: 'UPVOTES_PASSED: the number of upvotes reached. Null for other kinds.',
      resolve: change => (change.kind === 'upvotesPassed' ? change.threshold : null),
    }),
  }),
})

const { connection: ChangeConnection } = connectionType<ChangeValue>({
  name: 'Change',
  node: Change,
  what: 'changes',
  total: null,
})

interface Changes extends Connection<ChangeValue> {
  counts: () => Promise<ChangeCounts | null>
}

/** Both counts come of one reading. */
const costOfCounts = costs({
  loads: 'changeCounts',
  ofSelf: true,
  batch: () => MOST_CHANGE_REQUESTS + MOST_PAPER_REQUESTS,
})
const whatIsCounted =
  'ASC: on this page and all later ones. DESC: on all pages. Null when there are too many to count.'

builder.objectFields(ChangeConnection, t => ({
  changeCount: t.int({
    nullable: true,
    description: `Exact number of matching changes. ${whatIsCounted}`,
    extensions: costOfCounts,
    resolve: async connection => (await (connection as Changes).counts())?.changes,
  }),
  paperCount: t.int({
    nullable: true,
    description: `Exact number of distinct papers with a matching change. ${whatIsCounted}`,
    extensions: costOfCounts,
    resolve: async connection => (await (connection as Changes).counts())?.papers,
  }),
}))

const costOfChanges = ({ filter }: Arguments): number => {
  if (!filter) return 1
  return MOST_CHANGE_REQUESTS + (isOfPapers(filter as ChangeFilterInput) ? MOST_PAPER_REQUESTS : 0)
}

builder.queryField('changes', t =>
  t.field({
    type: ChangeConnection,
    description:
      'Changes of the last 90 days, for bots that poll. Store `pageInfo.endCursor` and pass it as `after` next time: each change then comes once. A backfill of old days creates no changes.',
    args: {
      after: t.arg.string({
        description:
          'The `endCursor` of the last poll. Returns only newer changes, or only older ones with DESC. Fails with CURSOR_EXPIRED after 90 days without a poll.',
      }),
      since: t.arg({
        type: 'DateTime',
        description:
          'Only changes from this instant on, for example `2026-05-28T12:00:00Z`. With ASC, pass it for the first page only: `since` with `after` is an error.',
      }),
      filter: t.arg({
        type: ChangeFilter,
        description:
          'Default: all. With a filter, a page may be short or empty although more changes follow. Continue while `hasNextPage` is true.',
      }),
      direction: t.arg({
        type: OrderDirection,
        defaultValue: 'ASC',
        description: 'ASC (default): oldest first. DESC: newest first.',
      }),
      first: t.arg.int({ description: 'Page size: 0 to 100, default 20.' }),
    },
    extensions: connectionByQuery(costOfChanges),
    async resolve(_, { after, since, filter, direction, first }, context): Promise<Changes> {
      const descending = direction === 'DESC'
      if (after && since && !descending)
        throw badInput('`after` and `since` exclude each other: leave one out.')
      const wanted = {
        since: since ?? null,
        descending,
        kinds: filter?.kinds ?? null,
        ofPapers: ofPapers(filter, context),
        now: context.now(),
      }
      const { store } = context
      const list = { list: 'changes', order: descending ? '-' : '+', filter: '' }
      let behind: string | null = null
      const page = { first: first ?? null, after: after ?? null }
      const connection = await connect(list, page, ({ size, after }) => {
        behind = after
        return store.changes({ ...wanted, after, size })
      })
      let counts: Promise<ChangeCounts | null> | undefined
      return {
        ...connection,
        counts: () => {
          counts ??= store.changeCounts({ ...wanted, descending: false, after: descending ? null : behind })
          return counts
        },
      }
    },
  }),
)
