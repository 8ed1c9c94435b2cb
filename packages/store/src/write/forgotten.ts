import { accountKey, authorKey } from '@daily-papers/papers/names.ts'
import type { Account, Description, Featuring } from '@daily-papers/papers/paper.ts'
import { FORGOTTEN, forgottenKey, type Key } from '../keys.ts'
import { queryAll, type Table, type Write } from '../requests.ts'
import { ITEM_VERSION } from '../table.ts'

/** Names and accounts of people who asked to be left out. */
export interface Forgotten {
  authors: ReadonlySet<string>
  accounts: ReadonlySet<string>
}

export async function readForgotten(table: Table): Promise<Forgotten> {
  const items = await queryAll<Key>(table, { partition: FORGOTTEN }, { consistent: true, only: ['sk'] })
  const keysOf = (kind: string): Set<string> =>
    new Set(items.filter(({ sk }) => sk.startsWith(`${kind}#`)).map(({ sk }) => sk.slice(kind.length + 1)))
  return { authors: keysOf('author'), accounts: keysOf('account') }
}

export const forgottenItem = (kind: 'author' | 'account', key: string): Write => {
  const item: Key & { v: number } = { ...forgottenKey(kind, key), v: ITEM_VERSION }
  return { put: item }
}

/** What is left of a paper on a day without the people who asked to be left out. */
export function without<T extends { description: Description; featuring: Featuring }>(
  said: T,
  { authors, accounts }: Forgotten,
): T {
  if (authors.size === 0 && accounts.size === 0) return said
  const shown = (account: Account | null): Account | null =>
    account && accounts.has(accountKey(account.username)) ? null : account
  const { description, featuring } = said
  return {
    ...said,
    description: {
      ...description,
      authors: description.authors
        .filter(({ name }) => !authors.has(authorKey(name)))
        .map(author =>
          author.account && !shown(author.account) ? { ...author, account: null, claim: null } : author,
        ),
    },
    featuring: { ...featuring, submitter: shown(featuring.submitter) },
  }
}
