import { deepStrictEqual } from 'node:assert'
import autocannon from 'autocannon'
import { median } from '../numbers.ts'
import type { Bench, Progress, Section } from '../report.ts'
import { type BenchQuery, queries } from './queries.ts'
import { type ServerProcess, startPeer } from './server-process.ts'

/** The references that shares are of, the first for servers that make each answer, the second for those that keep them. */
const MAKING = 'hand-written'
const KEEPING = 'buffer'

const peers: Record<string, { name: string; reference: string }> = {
  [MAKING]: { name: 'hand-written node:http and JSON.stringify', reference: MAKING },
  ours: { name: '**this API**', reference: MAKING },
  mercurius: { name: 'Mercurius with jit', reference: MAKING },
  grafserv: { name: 'Grafserv', reference: MAKING },
  yoga: { name: 'Yoga as it comes', reference: MAKING },
  apollo: { name: 'Apollo Server 5', reference: MAKING },
  [KEEPING]: { name: 'ready Buffer', reference: KEEPING },
  'ours-cached': { name: '**this API, answers kept**', reference: KEEPING },
  'yoga-cached': { name: 'Yoga with its response cache', reference: KEEPING },
  'apollo-cached': { name: 'Apollo Server 5 with its response cache', reference: KEEPING },
}

interface Measured {
  requestsPerSecond: number
  cpuMicroseconds: number
}

const bodyOf = ({ operationName, query, variables }: BenchQuery) =>
  JSON.stringify({ operationName, query, variables })
const headers = { 'content-type': 'application/json', accept: 'application/json' }

async function dataOf(url: string, query: BenchQuery): Promise<unknown> {
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

/** Visits all servers in turn, round after round; medians of the rounds. */
async function rounds(
  servers: Map<string, ServerProcess>,
  query: BenchQuery,
  { count, seconds, progress }: { count: number; seconds: number; progress: Progress },
): Promise<Map<string, Measured>> {
  const all = new Map<string, Measured[]>([...servers.keys()].map(peer => [peer, []]))
  for (let round = 0; round <= count; round++) {
    for (const [peer, server] of servers) {
      progress(`${query.operationName}, round ${round} of ${count}: ${peer}`)
      // Round 0 warms up.
      const measured = await load(server, query, round === 0 ? 3 * seconds : seconds)
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

/** Requests over HTTP to servers of one schema over one source. */
export const benchHttp: Bench = async ({ quick, progress }) => {
  const sections: Section[] = []
  for (const latencyMs of quick ? [0] : [0, 2]) {
    const servers = new Map<string, ServerProcess>()
    try {
      for (const peer of Object.keys(peers)) {
        progress(`starting ${peer}`)
        servers.set(peer, await startPeer(peer, latencyMs))
      }
      for (const [name, query] of Object.entries(queries)) {
        const [first, ...others] = servers.values()
        const expected = await dataOf(first?.url ?? '', query)
        for (const { url } of others) deepStrictEqual(await dataOf(url, query), expected)
        const measured = await rounds(servers, query, {
          count: quick ? 2 : 5,
          seconds: quick ? 0.3 : 1,
          progress,
        })
        sections.push(sectionOf(name, latencyMs, JSON.stringify({ data: expected }).length, measured))
      }
    } finally {
      for (const server of servers.values()) server.stop()
    }
  }
  return sections
}

function sectionOf(
  query: string,
  latencyMs: number,
  bytes: number,
  measured: Map<string, Measured>,
): Section {
  const source = latencyMs ? `a source that takes ${latencyMs} ms` : 'a source in memory'
  const rows = [...measured].map(([peer, { requestsPerSecond, cpuMicroseconds }]) => {
    const { name = peer, reference = MAKING } = peers[peer] ?? {}
    const of = measured.get(reference)
    return {
      server: name,
      'requests/s': Math.round(requestsPerSecond),
      share: of ? requestsPerSecond / of.requestsPerSecond : null,
      'CPU µs/request': Math.round(cpuMicroseconds),
      'CPU share': of ? of.cpuMicroseconds / cpuMicroseconds : null,
      'share is of': peers[reference]?.name ?? reference,
    }
  })
  return { title: `${query}, ${(bytes / 1000).toFixed(1)} KB, ${source}`, rows }
}
