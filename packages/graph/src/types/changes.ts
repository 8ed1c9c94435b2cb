import { type Change as ChangeValue, changeKey, type MetadataPart } from '@daily-papers/papers/change.ts'
import { MOST_CHANGE_REQUESTS } from '@daily-papers/store/questions.ts'
import { builder } from '../builder.ts'
import { connectionByQuery, costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { connect } from '../relay/connection.ts'
import { connectionType } from '../relay/connection-type.ts'
import { Paper } from './paper.ts'

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What can happen to a paper.',
  values: {
    FEATURED: { value: 'featured', description: 'A day of the feed featured it: see `day`.' },
    METADATA_CHANGED: {
      value: 'metadataChanged',
      description: 'What is said of it changed: see `parts`. Votes, comments and stars are no part of it.',
    },
    CODE_ADDED: { value: 'codeAdded', description: 'It has code for the first time.' },
    UPVOTES_PASSED: {
      value: 'upvotesPassed',
      description: 'Its upvotes reached 10, 25, 50, 100, 250 or 500 for the first time: see `threshold`.',
    },
  } as const,
})

const parts = {
  TITLE: { value: 'title', description: 'The title.' },
  ABSTRACT: { value: 'abstract', description: 'The abstract.' },
  AUTHORS: { value: 'authors', description: 'Its authors, or the accounts that claim to be them.' },
  KEYWORDS: { value: 'keywords', description: 'Its keywords.' },
  AI_SUMMARY: { value: 'aiSummary', description: 'The model’s summary.' },
  ORGANIZATION: { value: 'organization', description: 'The organization, or what it shows of itself.' },
  CODE: { value: 'code', description: 'Its code, when it had some before.' },
  PROJECT_PAGE: { value: 'projectPage', description: 'The project’s page.' },
  THUMBNAIL: { value: 'thumbnail', description: 'The picture.' },
  MEDIA: { value: 'media', description: 'The images and videos.' },
  PUBLISHED_AT: { value: 'publishedAt', description: 'The date of the first version.' },
  WITHDRAWN_AT: { value: 'withdrawnAt', description: 'Whether it is withdrawn.' },
} as const satisfies Record<string, { value: MetadataPart; description: string }>

const PaperPart = builder.enumType('PaperPart', {
  description: 'A part of what is said of a paper.',
  values: parts,
})

const Change = builder.objectRef<ChangeValue>('Change').implement({
  description: 'Something that happened to a paper. It is told once, and never changes.',
  fields: t => ({
    key: t.string({
      description: 'Names this change for ever: by it a change that was seen already is known again.',
      resolve: changeKey,
    }),
    kind: t.expose('kind', { type: ChangeKind, description: 'What happened.' }),
    at: t.expose('at', {
      type: 'DateTime',
      description:
        'When the feed was read that first showed it; it happened between the reading before and this one.',
    }),
    paperId: t.exposeString('paperId', {
      description: 'The arXiv identifier of the paper, for which nothing more is read.',
    }),
    paper: t.field({
      type: Paper,
      nullable: true,
      description: 'The paper as it is now; null only when it is known no more.',
      extensions: costs({ loads: 'paper' }),
      resolve: ({ paperId }, _, { paper }) => paper.load(paperId),
    }),
    day: t.field({
      type: 'Date',
      nullable: true,
      description: 'FEATURED: the day that featured it. Else null.',
      resolve: change => (change.kind === 'featured' ? change.day : null),
    }),
    parts: t.field({
      type: [PaperPart],
      description: 'METADATA_CHANGED: what differs. Else empty.',
      extensions: costs({ charge: 1 }),
      resolve: change => (change.kind === 'metadataChanged' ? change.parts : []),
    }),
    threshold: t.int({
      nullable: true,
      description: 'UPVOTES_PASSED: the number that its upvotes reached. Else null.',
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

builder.queryField('changes', t =>
  t.field({
    type: ChangeConnection,
    description:
      'What happened to papers in the last 90 days, oldest first, for who asks again and again: store `endCursor`, pass it as `after`, and each change comes once. Nothing is told of the past that a backfill, or the first look at an older day, brings.',
    args: {
      after: t.arg.string({
        description:
          'The `endCursor` of the last time: only what was told since. Unused for 90 days it is refused with CURSOR_EXPIRED. Excludes `since`.',
      }),
      since: t.arg({
        type: 'DateTime',
        description: 'Where to begin without a cursor: only what was told from this instant on.',
      }),
      kinds: t.arg({
        type: [ChangeKind],
        description:
          'Only these kinds; by default all. A page may then hold fewer than `first`, or none, while more follow: ask on while `hasNextPage`.',
      }),
      first: t.arg.int({ description: 'How many: 0 to 100. Default 20.' }),
    },
    extensions: connectionByQuery(({ kinds }) => (kinds ? MOST_CHANGE_REQUESTS : 1)),
    resolve: (_, { after, since, kinds, first }, { store, now }) => {
      if (after && since) throw badInput('`after` and `since` exclude each other: leave one out.')
      const list = { list: 'changes', order: '+', filter: '' }
      return connect(list, { first: first ?? null, after: after ?? null }, ({ size, after }) =>
        store.changes({ after, since: since ?? null, kinds: kinds ?? null, size, now: now() }),
      )
    },
  }),
)
