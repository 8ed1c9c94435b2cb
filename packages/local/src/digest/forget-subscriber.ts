import { createTable } from '@daily-papers/digest/create-table.ts'
import { forgetAddress } from '@daily-papers/digest/forget.ts'
import { awsRegion } from '@daily-papers/store/client.ts'
import { counted } from '../cli/counted.ts'
import { openDynamoDb } from '../dynamo-db.ts'
import type { Env } from '../env.ts'
import { digestTable } from './local-digest.ts'

/** Removes all data of an e-mail address from the digest. Returns the report. */
export async function forgetSubscriber(env: Env, address: string): Promise<string> {
  const database = await openDynamoDb(env)
  try {
    const table = { client: database.client, name: digestTable(env) }
    if (!(database.endpoint && awsRegion(database.endpoint))) await createTable(table.client, table.name)
    const removed = await forgetAddress(table, address)
    if (removed === null) throw new Error(`"${address}" is no e-mail address, such as ada@example.org`)
    return `removed ${counted(removed, 'item')} of ${address} from the digest\n`
  } finally {
    await database.close()
  }
}
