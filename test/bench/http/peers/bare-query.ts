import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Questions } from '@daily-papers/store/questions.ts'
import type { Table } from '@daily-papers/store/table.ts'
import { bodyOf, listen } from '../listen.ts'

/** What the store sends for the newest 20 papers. */
async function inputOf(store: Questions, client: DynamoDBDocumentClient): Promise<QueryCommandInput> {
  const sent: unknown[] = []
  client.middlewareStack.add(
    next => args => {
      sent.push(args.input)
      return next(args)
    },
    { step: 'initialize', name: 'seen', priority: 'high' },
  )
  const page = { size: 20, backward: false, after: null, before: null }
  await store.paperList({ field: 'featuredOn', descending: true }, null, page)
  client.middlewareStack.remove('seen')
  return structuredClone(sent[0]) as QueryCommandInput
}

/** An item with its packed part as text: JSON has no bytes. */
const shown = (item: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  )

/** The same Query by the SDK alone, and its items as JSON: the limit of what reads from DynamoDB. */
export async function start(store: Questions, { client }: Table): Promise<string> {
  const input = await inputOf(store, client)
  return listen(async (request, response) => {
    await bodyOf(request)
    const { Items } = await client.send(new QueryCommand(input))
    const body = JSON.stringify({ data: Items?.map(shown) })
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body)
  })
}
