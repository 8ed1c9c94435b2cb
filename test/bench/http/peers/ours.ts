import { createPapersApi } from '@daily-papers/api/api.ts'
import { startServer } from '@daily-papers/api/server.ts'
import type { Questions } from '@daily-papers/store/questions.ts'

/** This API as `pnpm dev` serves it. */
export const start = async (store: Questions): Promise<string> =>
  (await startServer({ api: createPapersApi({ store }), port: 0 })).url
