import { parseAddress, personOf } from './subscriptions/address.ts'
import { removePerson } from './subscriptions/remove.ts'
import type { Table } from './subscriptions/table.ts'

/**
 * Removes all that the digest keeps of an address: subscriptions, what was sent, suppression.
 * Null when the text is no address, otherwise how many items were removed.
 */
export async function forgetAddress(table: Table, text: string): Promise<number | null> {
  const address = parseAddress(text)
  return address === null ? null : removePerson(table, personOf(address))
}
