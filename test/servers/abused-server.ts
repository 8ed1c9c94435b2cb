import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { startServer } from '@daily-papers/api/transport/node.ts'
import { startFilledStore } from './filled-store.ts'
import { memoryInUse } from './memory.ts'

// A process of its own, so that its memory is its own and can be asked for.
const { store } = await startFilledStore()
const api = createPapersApi({ store, log: () => undefined })
const { url } = await startServer({ api, port: 0 })
/** The same with short time-outs, so that tests need not wait long. */
const impatient = await startServer({
  api,
  port: 0,
  timeouts: { headersMs: 1_000, requestMs: 2_000, idleMs: 3_000 },
})

process.on('message', async () => process.send?.({ bytes: await memoryInUse() }))
process.send?.({ url, impatientUrl: impatient.url })
