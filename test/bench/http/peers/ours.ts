import { createPapersApi } from '@daily-papers/api/api.ts'
import { startServer } from '@daily-papers/api/server.ts'
import type { Questions } from '@daily-papers/store/questions.ts'

/** This API as `pnpm dev` serves it: every request is executed. */
export async function start(store: Questions, keepsAnswers = false): Promise<string> {
  const api = createPapersApi({ store, keepsAnswers })
  return (await startServer({ api, port: 0 })).url
}
