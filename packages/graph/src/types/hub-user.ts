import type { AccountPage } from '@daily-papers/papers/entity.ts'
import { accountKey } from '@daily-papers/papers/names.ts'
import type { Account } from '@daily-papers/papers/paper.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { costs } from '../cost/field-cost.ts'
import { connectionType } from '../relay/connection-type.ts'
import { encodeId } from '../relay/ids.ts'
import { idDescription, Node } from '../relay/node.ts'
import { costOfNamedList, listNamed, named, namedListArgs } from './named.ts'
import { PaperConnection } from './paper.ts'
import { costOfPapersOfDetailed, listPapersOf, papersOfArgs } from './papers-of.ts'

/** An account on a paper, an account of an author, or an account from the store. */
type HubUserNode = Account | Pick<Account, 'username'> | AccountPage

const usernameOf = (user: HubUserNode): string => ('kind' in user ? user.name : user.username)
const keyOf = (user: HubUserNode): string => ('kind' in user ? user.key : accountKey(user.username))

const entityOf = (user: HubUserNode, { entity }: Context) =>
  'kind' in user ? user : entity.account.load(keyOf(user))

/** The account's profile. Nothing is read if a paper has it. */
function shown<T>(
  user: HubUserNode,
  { entity }: Context,
  pick: (profile: Pick<Account, 'fullName' | 'avatar'>) => T,
) {
  if ('avatar' in user) return pick(user)
  return entity.account.load(keyOf(user)).then(page => page && pick(page))
}

const readsAccount = { loads: 'account', ofSelf: true } as const

export const HubUser = builder.objectRef<HubUserNode>('HubUser')

HubUser.implement({
  description:
    'An account on the Hugging Face Hub. It claims to be an author of a paper, or submitted a paper to the feed.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ description: idDescription, resolve: user => encodeId('HubUser', keyOf(user)) }),
    username: t.string({
      description: 'Its handle on the Hub, for example `ada-lovelace`.',
      resolve: usernameOf,
    }),
    fullName: t.string({
      nullable: true,
      description: 'Display name. Null when unknown.',
      extensions: costs(readsAccount),
      resolve: (user, _, context) => shown(user, context, ({ fullName }) => fullName),
    }),
    avatar: t.field({
      type: 'URL',
      nullable: true,
      description: 'Picture. Null when unknown.',
      extensions: costs(readsAccount),
      resolve: (user, _, context) => shown(user, context, ({ avatar }) => avatar),
    }),
    profile: t.field({
      type: 'URL',
      description: 'Its page on the Hub.',
      resolve: user => `https://huggingface.co/${encodeURIComponent(usernameOf(user))}`,
    }),
    paperCount: t.int({
      description: 'Number of distinct papers that it claims as an author, exact.',
      extensions: costs(readsAccount),
      resolve: async (user, _, context) => (await entityOf(user, context))?.paperCount ?? 0,
    }),
    submissionCount: t.int({
      description: 'Number of distinct papers that it submitted to the feed, exact.',
      extensions: costs(readsAccount),
      resolve: async (user, _, context) => (await entityOf(user, context))?.submissionCount ?? 0,
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers that it claims as an author, by first featured day.',
      args: papersOfArgs,
      extensions: costOfPapersOfDetailed,
      resolve: (user, args, context) => listPapersOf({ kind: 'account', key: keyOf(user) }, args, context),
    }),
    submissions: t.field({
      type: PaperConnection,
      description: 'Papers that it submitted to the feed, by first featured day.',
      args: papersOfArgs,
      extensions: costOfPapersOfDetailed,
      resolve: (user, args, context) => listPapersOf({ kind: 'submitter', key: keyOf(user) }, args, context),
    }),
  }),
})

const { connection: HubUserConnection } = connectionType<AccountPage>({
  name: 'HubUser',
  node: HubUser,
  what: 'accounts',
  total: 'Number of elements in the whole list, exact. Null with `startsWith`.',
})

builder.queryFields(t => ({
  hubUser: t.field({
    type: HubUser,
    nullable: true,
    description: 'The account with this username. Null when it neither claims a paper nor submitted one.',
    args: {
      username: t.arg.string({ required: true, description: 'Handle on the Hub. Case doesn’t matter.' }),
    },
    extensions: costs({ loads: 'account' }),
    resolve: (_, { username }, context) => named('account', 'username', username, context),
  }),
  hubUsers: t.field({
    type: HubUserConnection,
    description: 'All accounts that claim a paper or submitted one.',
    args: namedListArgs('Only handles with this prefix. Ignores case.'),
    extensions: costOfNamedList,
    resolve: (_, args, context) => listNamed('account', args, context),
  }),
}))
