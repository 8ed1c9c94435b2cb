import { accountKey, authorKey } from '@daily-papers/papers/names.ts'
import type { Account, Description, Featuring } from '@daily-papers/papers/paper.ts'
import type { ForgottenItem } from '../../items/forgotten-item.ts'
import { FORGOTTEN } from '../../table/keys.ts'
import { queryAll } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'

/** Names and accounts of people who asked to be left out. */
export interface Forgotten {
  authors: ReadonlySet<string>
  accounts: ReadonlySet<string>
}

export async function readForgotten(table: Table): Promise<Forgotten> {
  const items = await queryAll<ForgottenItem>(table, { partition: FORGOTTEN }, { consistent: true })
  return {
    authors: new Set(items.map(({ who }) => authorKey(who))),
    accounts: new Set(items.map(({ who }) => accountKey(who))),
  }
}

/** A paper on a day, without the people who asked to be left out. */
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
