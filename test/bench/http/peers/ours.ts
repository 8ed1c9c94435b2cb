import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { startServer } from '@daily-papers/api/transport/node.ts'
import type { Questions } from '@daily-papers/store/questions.ts'

async function serve(store: Questions, cachesResponses: boolean): Promise<string> {
  const api = createPapersApi({ store, cachesResponses })
  return (await startServer({ api, port: 0 })).url
}

/** This API as `pnpm dev` serves it: every request is executed. */
export const start = (store: Questions): Promise<string> => serve(store, false)

/** With the response cache, as on Lambda. */
export const startKeeping = (store: Questions): Promise<string> => serve(store, true)
