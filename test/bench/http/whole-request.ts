import { deepStrictEqual } from 'node:assert'
import { schema } from '@daily-papers/graph/schema.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { featuringKey } from '@daily-papers/store/keys.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { graphql } from 'graphql'
import { corpus } from '../corpus.ts'
import type { Progress, Section } from '../report.ts'
import { contextOf } from './context.ts'
import { newest } from './queries.ts'
import { dataOf, rounds } from './rounds.ts'
import { type ServerProcess, startPeer } from './server-process.ts'

const REFERENCE = 'bare-query'
const peers = { [REFERENCE]: 'the Query by the SDK and JSON.stringify', ours: '**this API**' }

interface Newest {
  papers: { nodes: { paperId: string; featuredOn: string }[] }
}

/** What the API has to answer: the data of graphql-js itself. */
async function newestOf(store: Questions): Promise<Newest> {
  const { data } = await graphql({ schema, source: newest.query, contextValue: contextOf(store) })
  return JSON.parse(JSON.stringify(data))
}

/** What the reference has to answer: its first answer, when that holds the items of these papers. */
async function itemsOf(url: string, { papers }: Newest): Promise<unknown> {
  const items = (await dataOf(url, newest)) as { pk: string; sk: string }[]
  const keys = papers.nodes.map(({ featuredOn, paperId }) => featuringKey(featuredOn, paperId))
  // One item more tells whether there is a next page.
  deepStrictEqual(
    items.slice(0, -1).map(({ pk, sk }) => ({ pk, sk })),
    keys,
  )
  return items
}

/** Requests from HTTP to the embedded engine, which is in this process and not counted. */
export async function wholeRequest(quick: boolean, progress: Progress): Promise<Section> {
  const engine = await startEngine()
  const servers = new Map<string, ServerProcess>()
  try {
    const { client, name: table } = await engine.table()
    await createWriter(client, table, { owner: 'bench' }).putDays(corpus(5))
    for (const peer of Object.keys(peers))
      servers.set(peer, await startPeer(peer, { engine: engine.url, table }))
    const expected = await newestOf(createQuestions(client, table))
    const items = await itemsOf(servers.get(REFERENCE)?.url ?? '', expected)
    const measured = await rounds(servers, newest, {
      count: quick ? 2 : 5,
      seconds: quick ? 0.5 : 2,
      progress,
      expectedOf: peer => (peer === REFERENCE ? items : expected),
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
    const note =
      'Each request is one Query of 20 papers. The engine runs in another process and limits the requests per second.'
    return { title: 'the newest 20 papers, from the embedded engine', note, rows }
  } finally {
    for (const server of servers.values()) server.stop()
    await engine.close()
  }
}
