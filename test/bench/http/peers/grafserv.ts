import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { schema } from '@daily-papers/graph/schema.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { grafserv } from 'grafserv/node'
import { contextOf } from '../context.ts'

/** Grafserv, which runs the resolvers by Grafast. */
export async function start(store: Questions): Promise<string> {
  const preset = { grafast: { context: () => ({ ...contextOf(store) }) } }
  const server = createServer()
  await grafserv({ schema, preset }).addTo(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
