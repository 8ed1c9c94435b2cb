import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sampleEntries } from '@daily-papers/ingest/sample.ts'

/** A stand-in for the Hub on loopback that shows the built-in sample. */
export async function startSampleHub({ papersPerDay = 4 } = {}) {
  const server = createServer((request, response) => {
    const day = new URL(request.url ?? '/', 'http://hub').searchParams.get('date') ?? ''
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(sampleEntries(day, { papersPerDay })))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
