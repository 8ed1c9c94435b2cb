import { deepStrictEqual } from 'node:assert'
import autocannon from 'autocannon'
import { median } from '../numbers.ts'
import type { Progress } from '../report.ts'
import type { BenchQuery } from './queries.ts'
import type { ServerProcess } from './server-process.ts'

export interface Measured {
  requestsPerSecond: number
  cpuMicroseconds: number
}

interface RoundsOptions {
  count: number
  seconds: number
  progress: Progress
  /** The data that a server has to answer. */
  expectedOf: (peer: string) => unknown
}

const bodyOf = ({ operationName, query, variables }: BenchQuery) =>
  JSON.stringify({ operationName, query, variables })
const headers = { 'content-type': 'application/json', accept: 'application/json' }

export async function dataOf(url: string, query: BenchQuery): Promise<unknown> {
  // Of itself, fetch would ask for a compressed answer, which the load does not.
  const asked = { ...headers, 'accept-encoding': 'identity' }
  const response = await fetch(url, { method: 'POST', headers: asked, body: bodyOf(query) })
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
 * Visits all servers in turn, round after round; medians of the rounds. Answers are compared before the first round and
 * after every visit: a server's first answer is made otherwise than those that are timed, which may be compiled or kept.
 * @throws when a server gives any other answer than `expectedOf` it
 */
export async function rounds(
  servers: Map<string, ServerProcess>,
  query: BenchQuery,
  { count, seconds, progress, expectedOf }: RoundsOptions,
): Promise<Map<string, Measured>> {
  const compare = async (peer: string, { url }: ServerProcess, when: string) => {
    try {
      deepStrictEqual(await dataOf(url, query), expectedOf(peer))
    } catch (cause) {
      throw new Error(`${peer} gives another answer to ${query.operationName} than expected, ${when}`, {
        cause,
      })
    }
  }
  for (const [peer, server] of servers) await compare(peer, server, 'before it is timed')
  const all = new Map<string, Measured[]>([...servers.keys()].map(peer => [peer, []]))
  for (let round = 0; round <= count; round++) {
    for (const [peer, server] of servers) {
      progress(`${query.operationName}, round ${round} of ${count}: ${peer}`)
      // Round 0 warms up.
      const measured = await load(server, query, round === 0 ? 3 * seconds : seconds)
      await compare(peer, server, `after round ${round} of ${count}`)
      if (round > 0) all.get(peer)?.push(measured)
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
