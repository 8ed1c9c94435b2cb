import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Unreliable {
  url: string
  /** How often it did what. */
  faults: Record<'throttled' | 'unprocessed' | 'reset' | 'answerLost', number>
  close(): Promise<void>
}

/** The requests of a batch, on its one table. */
type Batch = Record<string, unknown[] | { Keys: unknown[] }>

/** Where an answer tells what was left undone of a batch. */
const LEFT = new Map([
  ['BatchWriteItem', 'UnprocessedItems'],
  ['BatchGetItem', 'UnprocessedKeys'],
])

/**
 * Stands between a client and an engine as DynamoDB on a bad day: it throttles, does a part of a batch only, and resets
 * connections, before the engine has heard of the request or after it has done it.
 * @param share of the requests, from 0 to 1, that meet each of the four
 * @param random from 0 to 1
 */
export async function startUnreliable(
  engineUrl: string,
  share: number,
  random: () => number,
): Promise<Unreliable> {
  const faults = { throttled: 0, unprocessed: 0, reset: 0, answerLost: 0 }
  const happens = (fault: keyof typeof faults): boolean => {
    if (random() >= share) return false
    faults[fault]++
    return true
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray()).toString()
    const target = String(request.headers['x-amz-target'])
    if (happens('reset')) return void request.socket.resetAndDestroy()
    if (happens('throttled')) {
      const type = random() < 0.5 ? 'ThrottlingException' : 'ProvisionedThroughputExceededException'
      return send(response, 400, JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}` }))
    }
    const left = LEFT.get(target.slice(target.indexOf('.') + 1))
    const parts = left && happens('unprocessed') ? split(JSON.parse(body), random) : null
    const { status, text } = await ask(engineUrl, request, parts ? JSON.stringify(parts.done) : body)
    if (happens('answerLost')) return void request.socket.resetAndDestroy()
    if (!left || !parts || status !== 200) return send(response, status, text)
    const said: Record<string, Batch> = JSON.parse(text)
    send(response, status, JSON.stringify({ ...said, [left]: joined(parts.left, said[left]) }))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(error => response.destroy(error))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
  response.end(text)
}

async function ask(
  url: string,
  { headers }: IncomingMessage,
  body: string,
): Promise<{ status: number; text: string }> {
  const names = ['authorization', 'content-type', 'x-amz-date', 'x-amz-target']
  const passed = names.map((name): [string, string] => [name, String(headers[name])])
  const answer = await fetch(url, { method: 'POST', headers: passed, body })
  return { status: answer.status, text: await answer.text() }
}

const requestsOf = (items: Batch[string] = []): unknown[] => (Array.isArray(items) ? items : items.Keys)

const mapRequests = (batch: Batch, change: (requests: unknown[], table: string) => unknown[]): Batch =>
  Object.fromEntries(
    Object.entries(batch).map(([table, items]) => {
      const requests = change(requestsOf(items), table)
      return [table, Array.isArray(items) ? requests : { ...items, Keys: requests }]
    }),
  )

/** The first of a batch's requests, at least one of them, and the others. */
function split(
  body: { RequestItems: Batch },
  random: () => number,
): { done: { RequestItems: Batch }; left: Batch } {
  const share = random()
  const cut = (requests: unknown[]) => 1 + Math.floor(share * requests.length)
  return {
    done: { ...body, RequestItems: mapRequests(body.RequestItems, all => all.slice(0, cut(all))) },
    left: mapRequests(body.RequestItems, all => all.slice(cut(all))),
  }
}

/** What the stub left undone, and the engine besides. */
function joined(left: Batch, others: Batch = {}): Batch {
  const whole = mapRequests(left, (requests, table) => [...requests, ...requestsOf(others[table])])
  return Object.fromEntries(Object.entries(whole).filter(([, items]) => requestsOf(items).length > 0))
}
