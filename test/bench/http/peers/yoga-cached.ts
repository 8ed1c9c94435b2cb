import type { Questions } from '@daily-papers/store/questions.ts'
import { useResponseCache } from '@graphql-yoga/plugin-response-cache'
import { start as startYoga } from './yoga.ts'

/** Yoga with its own response cache. */
export const start = (store: Questions): Promise<string> =>
  startYoga(store, [useResponseCache({ session: () => null, ttl: 60_000 })])
