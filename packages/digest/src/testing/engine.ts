import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import dynalite from 'dynalite'
import { createClient } from '../subscriptions/client.ts'
import { createTable } from '../subscriptions/create-table.ts'
import type { Table } from '../subscriptions/table.ts'

/** A DynamoDB-compatible engine in this process, in memory, for tests. */
export async function startEngine(): Promise<{
  url: string
  table(): Promise<Table>
  close(): Promise<void>
}> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createClient(url)
  return {
    url,
    async table() {
      const name = `digest-${randomUUID()}`
      await createTable(client, name)
      return { client, name }
    },
    async close() {
      client.destroy()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
