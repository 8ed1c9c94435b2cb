import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { corpus } from '../corpus.ts'
import type { Progress, Section } from '../report.ts'
import { newest } from './queries.ts'
import { dataOf, rounds } from './rounds.ts'
import { type ServerProcess, startPeer } from './server-process.ts'

const REFERENCE = 'bare-query'
const peers = { [REFERENCE]: 'the Query by the SDK and JSON.stringify', ours: '**this API**' }

/** Requests from HTTP to the embedded engine, which is in this process and not counted. */
export async function wholeRequest(quick: boolean, progress: Progress): Promise<Section> {
  const engine = await startEngine()
  const servers = new Map<string, ServerProcess>()
  try {
    const { client, name: table } = await engine.table()
    await createWriter(client, table, { owner: 'bench' }).putDays(corpus(5))
    for (const peer of Object.keys(peers))
      servers.set(peer, await startPeer(peer, { engine: engine.url, table }))
    for (const { url } of servers.values()) await dataOf(url, newest)
    const measured = await rounds(servers, newest, {
      count: quick ? 2 : 5,
      seconds: quick ? 0.5 : 2,
      progress,
    })
    const of = measured.get(REFERENCE)?.cpuMicroseconds ?? null
    const rows = Object.entries(peers).map(([peer, server]) => {
      const { requestsPerSecond = null, cpuMicroseconds = null } = measured.get(peer) ?? {}
      return {
        server,
        'requests/s': requestsPerSecond && Math.round(requestsPerSecond),
        'CPU µs/request': cpuMicroseconds && Math.round(cpuMicroseconds),
        '× in CPU': of && cpuMicroseconds && cpuMicroseconds / of,
      }
    })
    const note = 'One Query of 20 papers. The engine, in another process, limits the requests per second.'
    return { title: 'the newest 20 papers, from the embedded engine', note, rows }
  } finally {
    for (const server of servers.values()) server.stop()
    await engine.close()
  }
}
