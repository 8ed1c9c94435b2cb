import type { ArtefactKind } from '@daily-papers/papers/artefact.ts'
import { bibtex, markdown } from '@daily-papers/papers/citation.ts'
import { paperLinks } from '@daily-papers/papers/links.ts'
import type { Paper as PaperValue } from '@daily-papers/papers/paper.ts'
import { pageArgs } from '../arguments/page.ts'
import { builder } from '../builder.ts'
import { connectionInMemory, costs } from '../cost/field-cost.ts'
import { connectInMemory } from '../relay/connection.ts'
import { connectionType } from '../relay/connection-type.ts'
import { encodeId } from '../relay/ids.ts'
import { idDescription, Node } from '../relay/node.ts'
import { PaperDatasets, PaperModels, PaperSpaces } from './artefacts.ts'
import { AuthorshipConnection } from './author.ts'
import { Day } from './day.ts'
import { HubUser } from './hub-user.ts'
import { Keyword } from './keyword.ts'
import { Organization } from './organization.ts'
import { AiText, CodeRepository, PaperLinks } from './paper-parts.ts'

/** What links a paper of one kind; null while it was not read. */
const linked = ({ id, artefacts }: PaperValue, kind: ArtefactKind) =>
  artefacts ? { paperId: id, kind, totalCount: artefacts[kind] } : null

export const Paper = builder.objectRef<PaperValue>('Paper')

Paper.implement({
  description: 'A paper on arXiv that the feed has featured.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Paper', id) }),
    paperId: t.exposeString('id', {
      description: 'The arXiv identifier without a version, for example `2503.02130`.',
    }),
    title: t.exposeString('title', { description: 'The title on one line; it may hold LaTeX.' }),
    abstract: t.exposeString('abstract', {
      description: 'The authors’ abstract on one line; it may hold LaTeX.',
    }),
    aiSummary: t.expose('aiSummary', {
      type: AiText,
      nullable: true,
      description: 'A model’s summary in a sentence or two; null when there is none, as before May 2025.',
    }),
    keywords: t.expose('keywords', {
      type: [Keyword],
      description: 'Keywords that a model gave it, in its order; empty when there are none.',
      // The feed sets no bound; the longest lists so far have 33.
      extensions: costs({ charge: 1, size: 40 }),
    }),
    keywordNames: t.exposeStringList('keywords', {
      description: 'The same keywords as this paper spells them.',
      extensions: costs({ charge: 0 }),
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: 'When the first version appeared on arXiv; the feed features it later.',
    }),
    featuredOn: t.expose('featuredOn', {
      type: 'Date',
      description: 'The day of the feed that featured it; the earliest if there are several.',
    }),
    days: t.field({
      type: [Day],
      description: 'Every day that featured it, earliest first. Few papers have two.',
      extensions: costs({ charge: 1, size: 3 }),
      resolve: ({ featurings }) => featurings.map(({ day }) => ({ date: day })),
    }),
    submittedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was first submitted to the feed; null when unknown, as before June 2024.',
      resolve: ({ featurings }) => featurings[0]?.submittedAt,
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn; null when it was not, as far as is known.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When a reading of the feed last changed anything of it, votes included.',
    }),
    upvotes: t.exposeInt('upvotes', {
      nullable: true,
      description: 'Upvotes on the Hub when last read; null when unknown, never 0 for that.',
    }),
    comments: t.exposeInt('comments', {
      nullable: true,
      description: 'Comments on the Hub when last read; null when unknown.',
    }),
    dayRank: t.int({
      nullable: true,
      description:
        'Its place by upvotes among the papers of `featuredOn`, 1 being the highest; null when unknown.',
      extensions: costs({ loads: 'ranks', ofSelf: true }),
      resolve: async ({ id, featuredOn }, _, { ranks }) => (await ranks.load(featuredOn)).get(id),
    }),
    authors: t.field({
      type: AuthorshipConnection,
      description:
        'Its authors in the order printed; those that the Hub hides are left out. A cursor is the place in this order.',
      args: pageArgs,
      extensions: connectionInMemory,
      resolve: ({ id, authors }, args) =>
        connectInMemory({ list: 'authors of paper', order: '+', filter: id }, args, authors),
    }),
    authorNames: t.stringList({
      description:
        'The names of all its authors as printed, in order; hidden ones are left out. It costs nothing, `authors` costs by the row.',
      extensions: costs({ charge: 0 }),
      resolve: ({ authors }) => authors.map(({ name }) => name),
    }),
    submitter: t.expose('submitter', {
      type: HubUser,
      nullable: true,
      description: 'Who submitted it to the feed; null when unknown, as before June 2024.',
    }),
    authorParticipates: t.exposeBoolean('authorParticipates', {
      nullable: true,
      description: 'Whether an author takes part in its discussion; null when unknown.',
    }),
    organization: t.expose('organization', {
      type: Organization,
      nullable: true,
      description: 'On whose behalf it was submitted; null when none is known, as before autumn 2025.',
    }),
    code: t.field({
      type: CodeRepository,
      nullable: true,
      description: 'Its code; null when none is linked.',
      resolve: ({ code, githubStars }) => code && { ...code, stars: githubStars },
    }),
    models: t.field({
      type: PaperModels,
      nullable: true,
      description: 'The models on the Hub that link it; null while this was not read, which is not 0.',
      resolve: paper => linked(paper, 'models'),
    }),
    datasets: t.field({
      type: PaperDatasets,
      nullable: true,
      description: 'The datasets on the Hub that link it; null while this was not read, which is not 0.',
      resolve: paper => linked(paper, 'datasets'),
    }),
    spaces: t.field({
      type: PaperSpaces,
      nullable: true,
      description: 'The Spaces on the Hub that link it; null while this was not read, which is not 0.',
      resolve: paper => linked(paper, 'spaces'),
    }),
    projectPage: t.expose('projectPage', {
      type: 'URL',
      nullable: true,
      description: 'A page that the authors made for it; null when none is linked.',
    }),
    thumbnail: t.expose('thumbnail', {
      type: 'URL',
      nullable: true,
      description: 'A picture of it; null when there is none.',
    }),
    media: t.expose('media', {
      type: ['URL'],
      description: 'Images and videos that the submitter attached.',
      extensions: costs({ charge: 1 }),
    }),
    links: t.field({
      type: PaperLinks,
      description: 'Pages about it.',
      resolve: ({ id }) => paperLinks(id),
    }),
    bibtex: t.string({ description: 'A BibTeX entry, ready to paste.', resolve: bibtex }),
    markdown: t.string({
      description: 'One line of Markdown with title, authors and links, for a digest or a chat.',
      resolve: markdown,
    }),
  }),
})

export const { connection: PaperConnection } = connectionType<PaperValue>({
  name: 'Paper',
  node: Paper,
  what: 'papers',
})
