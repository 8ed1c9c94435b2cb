import type { Questions } from '@daily-papers/store/questions.ts'
import { createContext } from './context.ts'
import { costPlugin } from './cost-plugin.ts'
import { examples } from './examples.ts'
import { noting, notingAge } from './freshness.ts'
import type { Log } from './http/message.ts'
import { schema } from './schema.ts'
import { type Api, createApi } from './yoga.ts'

export interface PapersApiOptions {
  store: Questions
  /** Milliseconds since the epoch. */
  now?: () => number
  log?: Log
}

/** The API over a store: what node:http and Lambda serve alike. */
export function createPapersApi({ store, now = Date.now, log }: PapersApiOptions): Api {
  return createApi({
    schema,
    context: ({ response }) => createContext({ store: noting(store, notingAge(response, now())), now }),
    plugins: [costPlugin()],
    examples,
    // A read that every store answers, and that says how fresh what is served is.
    check: async () => ({ latestDay: (await store.latestDay())?.date ?? null }),
    ...(log && { log }),
  })
}
