import type { Bench, Section } from '../report.ts'
import { queries } from './queries.ts'
import { dataOf, type Measured, rounds } from './rounds.ts'
import { type ServerProcess, startPeer } from './server-process.ts'
import { wholeRequest } from './whole-request.ts'

/** The references that shares are of, the first for servers that make each answer, the second for those with a response cache. */
const MAKING = 'hand-written'
const KEEPING = 'buffer'

const peers: Record<string, { name: string; reference: string }> = {
  [MAKING]: { name: 'hand-written node:http and JSON.stringify', reference: MAKING },
  'hand-written-ids': { name: 'the same, author ids cached', reference: MAKING },
  ours: { name: '**this API**', reference: MAKING },
  mercurius: { name: 'Mercurius with jit', reference: MAKING },
  grafserv: { name: 'Grafserv', reference: MAKING },
  yoga: { name: 'Yoga with its defaults', reference: MAKING },
  apollo: { name: 'Apollo Server 5', reference: MAKING },
  [KEEPING]: { name: 'ready Buffer', reference: KEEPING },
  'ours-cached': { name: '**this API with its response cache**', reference: KEEPING },
  'yoga-cached': { name: 'Yoga with its response cache', reference: KEEPING },
  'apollo-cached': { name: 'Apollo Server 5 with its response cache', reference: KEEPING },
}

/** Requests over HTTP to servers of one schema over one source. */
export const benchHttp: Bench = async ({ quick, progress }) => {
  const sections: Section[] = []
  for (const latencyMs of quick ? [0] : [0, 2]) {
    const servers = new Map<string, ServerProcess>()
    try {
      for (const [peer, { reference }] of Object.entries(peers)) {
        // What is kept waits for no source.
        if (latencyMs > 0 && reference === KEEPING) continue
        progress(`starting ${peer}`)
        servers.set(peer, await startPeer(peer, { latencyMs }))
      }
      for (const [name, query] of Object.entries(queries)) {
        const expected = await dataOf(servers.get(MAKING)?.url ?? '', query)
        const measured = await rounds(servers, query, {
          count: quick ? 2 : 5,
          seconds: quick ? 0.3 : 1,
          progress,
          expectedOf: () => expected,
        })
        sections.push(sectionOf(name, latencyMs, JSON.stringify({ data: expected }).length, measured))
      }
    } finally {
      for (const server of servers.values()) server.stop()
    }
  }
  sections.push(await wholeRequest(quick, progress))
  return sections
}

function sectionOf(
  query: string,
  latencyMs: number,
  bytes: number,
  measured: Map<string, Measured>,
): Section {
  const source = latencyMs ? `a source of ${latencyMs} ms` : 'a source in memory'
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
