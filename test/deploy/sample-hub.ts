import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sampleEntries } from '@daily-papers/ingest/sample.ts'

/** A stand-in for the Hub on loopback that shows the built-in sample. Days after `newestDay` are not open yet. */
export async function startSampleHub({ papersPerDay = 4, newestDay = '9999-12-31' } = {}) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://hub')
    // Nothing links a made-up paper.
    if (pathname !== '/api/daily_papers') return void response.writeHead(404).end()
    const day = searchParams.get('date') ?? ''
    const isOpen = day <= newestDay
    const refusal = { error: `date: must be less than or equal to "${newestDay}T23:59:59.999Z"` }
    response.writeHead(isOpen ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isOpen ? sampleEntries(day, { papersPerDay }) : refusal))
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
