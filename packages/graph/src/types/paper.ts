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

/** The links to a paper of one kind. Null until they are read. */
const linked = ({ id, artefacts }: PaperValue, kind: ArtefactKind) =>
  artefacts ? { paperId: id, kind, totalCount: artefacts[kind] } : null

export const Paper = builder.objectRef<PaperValue>('Paper')

Paper.implement({
  description: 'An arXiv paper that the feed has featured.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Paper', id) }),
    paperId: t.exposeString('id', {
      description: 'The arXiv identifier without a version, for example `2503.02130`.',
    }),
    title: t.exposeString('title', { description: 'Title on one line. May contain LaTeX.' }),
    abstract: t.exposeString('abstract', {
      description: 'Abstract on one line. May contain LaTeX.',
    }),
    aiSummary: t.expose('aiSummary', {
      type: AiText,
      nullable: true,
      description:
        'An AI summary in one or two sentences. Null when there is none, for example before May 2025.',
    }),
    keywords: t.expose('keywords', {
      type: [Keyword],
      description: 'Keywords that an AI assigned. Empty when there are none.',
      // The feed sets no bound; the longest lists so far have 33.
      extensions: costs({ charge: 1, size: 40 }),
    }),
    keywordNames: t.exposeStringList('keywords', {
      description: 'Its keywords in this paper’s spelling.',
      extensions: costs({ charge: 0 }),
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: 'When the first version appeared on arXiv.',
    }),
    featuredOn: t.expose('featuredOn', {
      type: 'Date',
      description: 'The first day of the feed that featured it.',
    }),
    days: t.field({
      type: [Day],
      description: 'Days that featured it, earliest first. Usually one.',
      extensions: costs({ charge: 1, size: 3 }),
      resolve: ({ featurings }) => featurings.map(({ day }) => ({ date: day })),
    }),
    submittedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When it was first submitted to the feed. Null when unknown, for example before June 2024.',
      resolve: ({ featurings }) => featurings[0].submittedAt,
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn from arXiv. Null when it was not, or when that is unknown.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When the server last saw a change of the paper, votes included.',
    }),
    upvotes: t.exposeInt('upvotes', {
      nullable: true,
      description: 'Upvotes on the Hub at the last reading. Null when unknown.',
    }),
    comments: t.exposeInt('comments', {
      nullable: true,
      description: 'Comments on the Hub at the last reading. Null when unknown.',
    }),
    dayRank: t.int({
      nullable: true,
      description:
        'Rank by upvotes among the papers of `featuredOn`. 1 is the highest, and no two share a rank. Null when unknown.',
      extensions: costs({ loads: 'ranks', ofSelf: true }),
      resolve: async ({ id, featuredOn }, _, { ranks }) => (await ranks.load(featuredOn)).get(id),
    }),
    authors: t.field({
      type: AuthorshipConnection,
      description: 'Authors in printed order, without those that the Hub hides.',
      args: pageArgs,
      extensions: connectionInMemory,
      resolve: ({ id, authors }, args) =>
        connectInMemory({ list: 'authors of paper', order: '+', filter: id }, args, authors),
    }),
    authorNames: t.stringList({
      description:
        'Printed names of its authors, in order, without authors that the Hub hides. Adds no cost, unlike `authors`.',
      extensions: costs({ charge: 0 }),
      resolve: ({ authors }) => authors.map(({ name }) => name),
    }),
    submitter: t.expose('submitter', {
      type: HubUser,
      nullable: true,
      description:
        'Account that last submitted it to the feed. Null when unknown, for example before June 2024.',
    }),
    authorParticipates: t.exposeBoolean('authorParticipates', {
      nullable: true,
      description: 'Whether an author takes part in the discussion on the Hub. Null when unknown.',
    }),
    organization: t.expose('organization', {
      type: Organization,
      nullable: true,
      description:
        'Organization on whose behalf it was submitted. Null when unknown, for example before autumn 2025.',
    }),
    code: t.field({
      type: CodeRepository,
      nullable: true,
      description: 'Its code. Null when none is linked.',
      resolve: ({ code, githubStars }) => code && { ...code, stars: githubStars },
    }),
    models: t.field({
      type: PaperModels,
      nullable: true,
      description: 'The models on the Hub that link it. Null when not read yet.',
      resolve: paper => linked(paper, 'models'),
    }),
    datasets: t.field({
      type: PaperDatasets,
      nullable: true,
      description: 'The datasets on the Hub that link it. Null when not read yet.',
      resolve: paper => linked(paper, 'datasets'),
    }),
    spaces: t.field({
      type: PaperSpaces,
      nullable: true,
      description: 'The Spaces on the Hub that link it. Null when not read yet.',
      resolve: paper => linked(paper, 'spaces'),
    }),
    projectPage: t.expose('projectPage', {
      type: 'URL',
      nullable: true,
      description: 'The project’s own page. Null when none is linked.',
    }),
    thumbnail: t.expose('thumbnail', {
      type: 'URL',
      nullable: true,
      description: 'URL of a preview picture. Null when there is none.',
    }),
    media: t.expose('media', {
      type: ['URL'],
      description: 'URLs of images and videos that the submitter attached.',
      extensions: costs({ charge: 1 }),
    }),
    links: t.field({
      type: PaperLinks,
      description: 'Its pages on arXiv, the Hub and other sites.',
      resolve: ({ id }) => paperLinks(id),
    }),
    bibtex: t.string({ description: 'A BibTeX entry, ready to paste.', resolve: bibtex }),
    markdown: t.string({
      description: 'One line of Markdown: title, authors and links. For a digest or a chat.',
      resolve: markdown,
    }),
  }),
})

export const { connection: PaperConnection } = connectionType<PaperValue>({
  name: 'Paper',
  node: Paper,
  what: 'papers',
})
