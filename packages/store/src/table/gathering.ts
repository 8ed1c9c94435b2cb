import DataLoader from 'dataloader'
import type { RequestOptions } from '../questions.ts'
import { type Key, keyText } from './keys.ts'
import { getItems, KEYS_A_GET } from './requests.ts'
import type { Table } from './table.ts'

/** The same table for the length of one request: reads by key that are asked for at once become one, and none is made twice. */
export function gathering(shared: Table, options: RequestOptions = {}): Table {
  const table = { ...shared, options }
  return {
    ...table,
    gather: new DataLoader(keys => getItems(table, keys), { cacheKeyFn: keyText, maxBatchSize: KEYS_A_GET }),
  }
}

/** The same table for a writer: consistent reads by key that are asked for at once become one, and each is made anew. */
export function gatheringConsistent(shared: Table): Table {
  const gatherConsistent = new DataLoader<Key, Key | undefined, string>(
    keys => getItems(shared, keys, { consistent: true }),
    { cache: false },
  )
  return { ...shared, gatherConsistent }
}
