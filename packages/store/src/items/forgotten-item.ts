import { accountKey } from '@daily-papers/papers/names.ts'
import { forgottenKey, type Key } from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'

/** The name as the operator wrote it. Keys are folded anew, because the rules may have changed. */
export interface ForgottenItem extends Key {
  v: number
  who: string
}

export const forgottenItem = (who: string): ForgottenItem => ({
  ...forgottenKey(accountKey(who)),
  v: ITEM_VERSION,
  who,
})
