import type { Paper as PaperValue } from '@daily-papers/papers/paper.ts'
import type { Similar } from '@daily-papers/snapshot/neighbours.ts'
import type { NamedCount } from '@daily-papers/snapshot/paper-set.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { Author, keyOf } from './author.ts'
import { atMost, nullWithoutSnapshot, shortListArgs, sizeOf } from './counts.ts'
import { Keyword } from './keyword.ts'
import { Paper } from './paper.ts'

const Coauthor = builder.objectRef<NamedCount>('Coauthor').implement({
  description: 'Somebody who shares papers with an author.',
  fields: t => ({
    author: t.field({
      type: Author,
      description: 'Who it is.',
      extensions: costs({ charge: 0 }),
      resolve: ({ name }) => ({ name }),
    }),
    paperCount: t.exposeInt('papers', {
      description: 'Distinct papers that they share, exact as of the snapshot.',
    }),
  }),
})

builder.objectFields(Author, t => ({
  coauthors: t.field({
    type: [Coauthor],
    nullable: true,
    description: `Those who share papers with this author, most papers first, ties by name. ${nullWithoutSnapshot}`,
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
    description: 'A paper that has something in common with another, and what.',
    fields: t => ({
      paper: t.expose('paper', {
        type: Paper,
        description: 'The similar paper.',
        extensions: costs({ charge: 0 }),
      }),
      score: t.exposeFloat('score', {
        description:
          'How similar: the sum over shared keywords of the logarithm of how rare each is, and half of it over shared authors. To compare within one list.',
      }),
      sharedKeywords: t.expose('sharedKeywords', {
        type: [Keyword],
        description: 'The keywords of the paper that the similar one has too.',
        extensions: costs({ charge: 1, size: 20 }),
      }),
      sharedAuthors: t.field({
        type: [Author],
        description: 'The authors of the paper who also wrote the similar one.',
        extensions: costs({ charge: 1, size: 20 }),
        resolve: ({ sharedAuthors }) => sharedAuthors.map(name => ({ name })),
      }),
    }),
  })

builder.objectFields(Paper, t => ({
  similar: t.field({
    type: [SimilarPaper],
    nullable: true,
    description: `Papers that share keywords or authors with this one, the most similar first, each with its reason. ${nullWithoutSnapshot}`,
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
