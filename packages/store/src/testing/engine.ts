import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import dynalite from 'dynalite'
import { createClient } from '../table/client.ts'
import { createTable } from '../table/create-table.ts'
import type { Table } from '../table/table.ts'

export interface TestEngine {
  url: string
  client: DynamoDBDocumentClient
  /** A fresh table of the one definition. */
  table(): Promise<Table>
  close(): Promise<void>
}

/** A DynamoDB-compatible engine in this process, in memory, for tests. */
export async function startEngine(): Promise<TestEngine> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createClient({ endpoint: url })
  return {
    url,
    client,
    async table() {
      const name = `test-${randomUUID()}`
      await createTable(client, name)
      return { client, name }
    },
    async close() {
      client.destroy()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
