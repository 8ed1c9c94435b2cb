import type { Author as AuthorEntity } from '@daily-papers/papers/entity.ts'
import { authorKey } from '@daily-papers/papers/names.ts'
import type { Authorship } from '@daily-papers/papers/paper.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs } from '../cost/field-cost.ts'
import { connectionType } from '../relay/connection-type.ts'
import { encodeId, printedAuthorId } from '../relay/ids.ts'
import { idDescription, Node } from '../relay/node.ts'
import { withCanonicalNames } from './canonical-name.ts'
import { HubUser } from './hub-user.ts'
import { costOfNamedList, listNamed, named, namedListArgs } from './named.ts'
import { PaperConnection } from './paper.ts'
import { costOfPapersOf, listPapersOf, papersOfArgs } from './papers-of.ts'

/** An author by name alone, without a read, or an author from the store. Either has the canonical name. */
type AuthorNode = Pick<Authorship, 'name'> | AuthorEntity

/**
 * The authors with these printed names. The list is spelled as a whole, because a resolver for each name took an eighth
 * of a page's CPU.
 */
const printedAuthors = (printed: readonly Pick<Authorship, 'name'>[], context: Context) =>
  withCanonicalNames('author', context, nameOf =>
    printed.map((author): AuthorNode => {
      const name = nameOf(author.name)
      return name === author.name ? author : { name }
    }),
  )

export const keyOf = (author: AuthorNode): string => ('key' in author ? author.key : authorKey(author.name))

const entityOf = (author: AuthorNode, { entity }: Context) =>
  'key' in author ? author : entity.author.load(keyOf(author))

/** The fields that need what the store knows share one read, batched over a list. */
const readsAuthor = { loads: 'author', ofSelf: true } as const

const AuthorIdentity = builder.enumType('AuthorIdentity', {
  description: 'How certain it is that a printed name is one person.',
  values: {
    NAME_ONLY: { description: 'No account claims a paper under this name. It may be one person or several.' },
    ONE_ACCOUNT: {
      description: 'One account claims papers under this name. Unclaimed papers may be somebody else’s.',
    },
    SEVERAL_ACCOUNTS: {
      description: 'Several accounts claim papers under this name: very likely several people.',
    },
  } as const,
})

export const Author = builder.objectRef<AuthorNode>('Author')

Author.implement({
  description:
    'Everybody who publishes under one name. Two people with the same name are one Author. `identity` says how certain it is that the name is one person. `hubUsers` lists the accounts.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({
      description: idDescription,
      resolve: author => ('key' in author ? encodeId('Author', author.key) : printedAuthorId(author)),
    }),
    ref: t.string({
      description:
        'The name in lower case without accents and punctuation, for example `ada lovelace`. Pass it to `author(ref:)`.',
      resolve: keyOf,
    }),
    name: t.exposeString('name', {
      description:
        'The name as printed on the author’s earliest paper, for example `Ada Lovelace`. `AuthorshipEdge.printedName` has the spelling of each paper.',
    }),
    identity: t.field({
      type: AuthorIdentity,
      description: 'How certain it is that the name is one person.',
      extensions: costs(readsAuthor),
      resolve: async (author, _, context) => {
        const accounts = (await entityOf(author, context))?.accounts.length ?? 0
        return accounts === 0 ? 'NAME_ONLY' : accounts === 1 ? 'ONE_ACCOUNT' : 'SEVERAL_ACCOUNTS'
      },
    }),
    hubUsers: t.field({
      type: [HubUser],
      description: 'Accounts that claim papers under this name, sorted by username.',
      // The feed sets no bound; at most five accounts claim one name so far.
      extensions: costs({ ...readsAuthor, charge: 1, size: 6 }),
      resolve: async (author, _, context) =>
        ((await entityOf(author, context))?.accounts ?? []).map(username => ({ username })),
    }),
    paperCount: t.int({
      description: 'Number of distinct papers with this name, exact.',
      extensions: costs(readsAuthor),
      // Gone from the store: no paper is left that prints the name.
      resolve: async (author, _, context) => (await entityOf(author, context))?.paperCount ?? 0,
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers with this name, by first featured day.',
      args: papersOfArgs,
      extensions: costOfPapersOf,
      resolve: (author, args, context) => listPapersOf({ kind: 'author', key: keyOf(author) }, args, context),
    }),
  }),
})

const { connection: AuthorConnection } = connectionType<AuthorEntity>({
  name: 'Author',
  node: Author,
  what: 'authors',
  total: 'Number of elements in the whole list, exact. Null with `startsWith`.',
})

const authorships = connectionType<Authorship>({
  name: 'Authorship',
  node: Author,
  nodesOf: printedAuthors,
  what: 'a paper’s authors',
})
export const AuthorshipConnection = authorships.connection

builder.objectFields(authorships.edge, t => ({
  position: t.int({
    description: 'Position among the paper’s authors, from 1. Authors that the Hub hides don’t count.',
    resolve: ({ row }) => Number(row.position) + 1,
  }),
  printedName: t.string({
    description: 'The name as printed on this paper.',
    resolve: ({ row }) => row.node.name,
  }),
  hubUser: t.field({
    type: HubUser,
    nullable: true,
    description:
      'The account that claims on the Hub to be this author. Null when there is none, or when the Hub rejected the claim.',
    resolve: ({ row }) => row.node.account,
  }),
  claim: t.string({
    nullable: true,
    description:
      'The Hub’s status of an account’s claim, for example `claimed_verified`, or `extracted_infirmed` when rejected. Null without one.',
    resolve: ({ row }) => row.node.claim,
  }),
}))

builder.queryFields(t => ({
  author: t.field({
    type: Author,
    nullable: true,
    description: 'The author with this printed name. Null when no paper has it.',
    args: {
      ref: t.arg.string({
        required: true,
        description: 'A printed name or a `ref`. Case, accents and punctuation don’t matter.',
      }),
    },
    extensions: costs({ loads: 'author' }),
    resolve: (_, { ref }, context) => named('author', 'ref', ref, context),
  }),
  authors: t.field({
    type: AuthorConnection,
    description: 'All authors.',
    args: namedListArgs('Only names with this prefix. Ignores case, accents and punctuation.'),
    extensions: costOfNamedList,
    resolve: (_, args, context) => listNamed('author', args, context),
  }),
}))
