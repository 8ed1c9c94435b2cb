import { type Context, createContext } from '@daily-papers/graph/context.ts'
import type { Questions } from '@daily-papers/store/questions.ts'

/** What the resolvers of a request get, the same for every server of the schema. */
export const contextOf = (store: Questions): Context =>
  createContext({ store, now: Date.now, origin: 'https://papers.example.org' })
