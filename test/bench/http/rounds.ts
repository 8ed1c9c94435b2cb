import autocannon from 'autocannon'
import { median } from '../numbers.ts'
import type { Progress } from '../report.ts'
import type { BenchQuery } from './queries.ts'
import type { ServerProcess } from './server-process.ts'

export interface Measured {
  requestsPerSecond: number
  cpuMicroseconds: number
}

const bodyOf = ({ operationName, query, variables }: BenchQuery) =>
  JSON.stringify({ operationName, query, variables })
const headers = { 'content-type': 'application/json', accept: 'application/json' }

export async function dataOf(url: string, query: BenchQuery): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers, body: bodyOf(query) })
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown }
  if (errors || !data) throw new Error(`${url} answered ${JSON.stringify(errors)}`)
  return data
}

async function load(server: ServerProcess, query: BenchQuery, seconds: number): Promise<Measured> {
  const before = await server.cpuMicroseconds()
  const { requests, non2xx, errors } = await autocannon({
    url: server.url,
    method: 'POST',
    headers,
    body: bodyOf(query),
    connections: 16,
    duration: seconds,
    sampleInt: 100,
  })
  if (non2xx + errors > 0) throw new Error(`${server.url} failed ${non2xx + errors} requests`)
  const cpu = (await server.cpuMicroseconds()) - before
  return { requestsPerSecond: requests.total / seconds, cpuMicroseconds: cpu / requests.total }
}

/**
 * Visits all servers in turn, round after round, the processes of each in turn too; medians of the rounds. What V8 makes
 * of a program differs from process to process by a tenth.
 */
export async function rounds(
  servers: Map<string, readonly ServerProcess[]>,
  query: BenchQuery,
  { count, seconds, progress }: { count: number; seconds: number; progress: Progress },
): Promise<Map<string, Measured>> {
  const all = new Map<string, Measured[]>([...servers.keys()].map(peer => [peer, []]))
  for (const [peer, processes] of servers) {
    progress(`${query.operationName}, warming up: ${peer}`)
    for (const server of processes) await load(server, query, 2 * seconds)
  }
  for (let round = 1; round <= count; round++) {
    for (const [peer, processes] of servers) {
      progress(`${query.operationName}, round ${round} of ${count}: ${peer}`)
      for (const server of processes) all.get(peer)?.push(await load(server, query, seconds))
    }
  }
  const medianOf = (of: Measured[], key: keyof Measured) => median(of.map(each => each[key]))
  return new Map(
    [...all].map(([peer, of]) => [
      peer,
      {
        requestsPerSecond: medianOf(of, 'requestsPerSecond'),
        cpuMicroseconds: medianOf(of, 'cpuMicroseconds'),
      },
    ]),
  )
}
