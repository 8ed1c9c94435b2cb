import type { Paper as PaperValue } from '@daily-papers/papers/paper.ts'
import type { Similar } from '@daily-papers/snapshot/neighbours.ts'
import type { NamedCount } from '@daily-papers/snapshot/paper-set.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { Author, keyOf } from './author.ts'
import { withCanonicalNames } from './canonical-name.ts'
import { atMost, nullWithoutSnapshot, shortListArgs, sizeOf } from './counts.ts'
import { Keyword } from './keyword.ts'
import { Paper } from './paper.ts'

const Coauthor = builder.objectRef<NamedCount>('Coauthor').implement({
  description: 'A coauthor of an author.',
  fields: t => ({
    author: t.field({
      type: Author,
      description: 'The other author.',
      extensions: costs({ charge: 0 }),
      resolve: ({ name }, _, context) =>
        withCanonicalNames('author', context, nameOf => ({ name: nameOf(name) })),
    }),
    paperCount: t.exposeInt('papers', {
      description: 'Number of shared papers, exact as of `Status.snapshotAt`.',
    }),
  }),
})

builder.objectFields(Author, t => ({
  coauthors: t.field({
    type: [Coauthor],
    nullable: true,
    description: `Coauthors, most shared papers first, ties by name. ${nullWithoutSnapshot}`,
    args: shortListArgs,
    extensions: costs({ charge: args => sizeOf(args) + 20, size: sizeOf }),
    resolve: async (author, args, { snapshot }) => {
      const limit = atMost(args.first)
      return (await snapshot()).coauthors(keyOf(author), limit)
    },
  }),
}))

const SimilarPaper = builder
  .objectRef<Omit<Similar, 'id'> & { paper: PaperValue }>('SimilarPaper')
  .implement({
    description: 'A paper that is similar to another.',
    fields: t => ({
      paper: t.expose('paper', {
        type: Paper,
        description: 'The similar paper.',
        extensions: costs({ charge: 0 }),
      }),
      score: t.exposeFloat('score', {
        description: 'Similarity in meaning, a cosine: above 0, at most 1.',
      }),
      sharedKeywords: t.expose('sharedKeywords', {
        type: [Keyword],
        description: 'Keywords that both papers have.',
        extensions: costs({ charge: 1, size: 20 }),
      }),
      sharedAuthors: t.field({
        type: [Author],
        description: 'Authors that both papers have.',
        extensions: costs({ charge: 1, size: 20 }),
        resolve: ({ sharedAuthors }, _, context) =>
          withCanonicalNames('author', context, nameOf =>
            sharedAuthors.map(name => ({ name: nameOf(name) })),
          ),
      }),
    }),
  })

builder.objectFields(Paper, t => ({
  similar: t.field({
    type: [SimilarPaper],
    nullable: true,
    description: `Papers that are closest in meaning to this one, closest first. ${nullWithoutSnapshot}`,
    args: shortListArgs,
    extensions: costs({ charge: args => sizeOf(args) + 20, size: sizeOf, rounds: args => [sizeOf(args)] }),
    resolve: async ({ id }, args, { snapshot, paper }) => {
      const limit = atMost(args.first)
      const found = (await snapshot()).similar(id, limit)
      const papers = await Promise.all(found.map(one => paper.load(one.id)))
      return found.flatMap((one, i) => {
        const similar = papers[i]
        return similar ? [{ ...one, paper: similar }] : []
      })
    },
  }),
}))
