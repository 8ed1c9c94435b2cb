import type { Author as AuthorEntity } from '@daily-papers/papers/entity.ts'
import { authorKey } from '@daily-papers/papers/names.ts'
import type { Authorship } from '@daily-papers/papers/paper.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs } from '../cost/field-cost.ts'
import { connectionType } from '../relay/connection-type.ts'
import { encodeId, printedAuthorId } from '../relay/ids.ts'
import { idDescription, Node } from '../relay/node.ts'
import { canonicalName } from './canonical-name.ts'
import { HubUser } from './hub-user.ts'
import { costOfNamedList, listNamed, named, namedListArgs } from './named.ts'
import { PaperConnection } from './paper.ts'
import { costOfPapersOf, papersOf, papersOfArgs } from './papers-of.ts'

/** An author as a paper prints it, for which nothing is read, or as the store knows it. */
type AuthorNode = Pick<Authorship, 'name'> | AuthorEntity

export const keyOf = (author: AuthorNode): string => ('key' in author ? author.key : authorKey(author.name))

const entityOf = (author: AuthorNode, { entity }: Context) =>
  'key' in author ? author : entity.author.load(keyOf(author))

/** The fields that need what the store knows share one read, batched over a list. */
const readsAuthor = { loads: 'author', ofSelf: true } as const

const AuthorIdentity = builder.enumType('AuthorIdentity', {
  description: 'What is known of who stands behind a printed name.',
  values: {
    NAME_ONLY: { description: 'Nothing but the name: no account claims a paper under it.' },
    ONE_ACCOUNT: { description: 'One account claims papers under it; the others may be somebody else’s.' },
    SEVERAL_ACCOUNTS: { description: 'Several accounts claim papers under it: very likely several people.' },
  } as const,
})

export const Author = builder.objectRef<AuthorNode>('Author')

Author.implement({
  description:
    'Everybody who prints under one name. The feed does not tell two people of one name apart, and neither is it guessed here: see `identity`, and `HubUser` for accounts.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({
      description: idDescription,
      resolve: author => ('key' in author ? encodeId('Author', author.key) : printedAuthorId(author)),
    }),
    ref: t.string({
      description: 'The name without case, accents and punctuation: what `author(ref:)` finds it by.',
      resolve: keyOf,
    }),
    name: t.string({
      description:
        'The name as the earliest of their papers prints it, for example `Ada Lovelace`. The same however the author was reached; `AuthorshipEdge.printedName` has the spelling of a paper.',
      resolve: (author, _, context) =>
        'key' in author ? author.name : canonicalName('author', author.name, context),
    }),
    identity: t.field({
      type: AuthorIdentity,
      description: 'What is known of who stands behind the name.',
      extensions: costs(readsAuthor),
      resolve: async (author, _, context) => {
        const accounts = (await entityOf(author, context))?.accounts.length ?? 0
        return accounts === 0 ? 'NAME_ONLY' : accounts === 1 ? 'ONE_ACCOUNT' : 'SEVERAL_ACCOUNTS'
      },
    }),
    hubUsers: t.field({
      type: [HubUser],
      description: 'The accounts that claim papers under this name, by username.',
      // The feed sets no bound; at most five accounts claim one name so far.
      extensions: costs({ ...readsAuthor, charge: 1, size: 6 }),
      resolve: async (author, _, context) =>
        ((await entityOf(author, context))?.accounts ?? []).map(username => ({ username })),
    }),
    paperCount: t.int({
      description: 'Distinct papers printed with this name, exact.',
      extensions: costs(readsAuthor),
      // Gone from the store: no paper is left that prints the name.
      resolve: async (author, _, context) => (await entityOf(author, context))?.paperCount ?? 0,
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'The papers printed with this name, by the day that first featured them.',
      args: papersOfArgs,
      extensions: costOfPapersOf,
      resolve: (author, args, context) => papersOf({ kind: 'author', key: keyOf(author) }, args, context),
    }),
  }),
})

const { connection: AuthorConnection } = connectionType<AuthorEntity>({
  name: 'Author',
  node: Author,
  what: 'authors',
  total: 'Exact, of the whole list; null with `startsWith`.',
})

const authorships = connectionType<Authorship>({
  name: 'Authorship',
  node: Author,
  what: 'a paper’s authors',
})
export const AuthorshipConnection = authorships.connection

builder.objectFields(authorships.edge, t => ({
  position: t.int({
    description:
      'The place in the paper’s list of authors, from 1; hidden ones are left out and not counted.',
    resolve: ({ row }) => Number(row.position) + 1,
  }),
  printedName: t.string({
    description: 'The name as this paper prints it.',
    resolve: ({ row }) => row.node.name,
  }),
  hubUser: t.field({
    type: HubUser,
    nullable: true,
    description:
      'The account that claims to be this author; null when there is none, or when the Hub says it is somebody else’s.',
    resolve: ({ row }) => row.node.account,
  }),
  claim: t.string({
    nullable: true,
    description: 'What the Hub says of the claim, for example `claimed_verified`; null without one.',
    resolve: ({ row }) => row.node.claim,
  }),
}))

builder.queryFields(t => ({
  author: t.field({
    type: Author,
    nullable: true,
    description: 'The author of a name, or null when no paper prints it.',
    args: {
      ref: t.arg.string({
        required: true,
        description: 'A printed name, in any case and with or without accents, or a `ref`.',
      }),
    },
    extensions: costs({ loads: 'author' }),
    resolve: (_, { ref }, context) => named('author', 'ref', ref, context),
  }),
  authors: t.field({
    type: AuthorConnection,
    description: 'All authors.',
    args: namedListArgs,
    extensions: costOfNamedList,
    resolve: (_, args, context) => listNamed('author', args, context),
  }),
}))
