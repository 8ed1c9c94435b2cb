import { schema } from '@daily-papers/graph/schema.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { createYoga, type Plugin } from 'graphql-yoga'
import { contextOf } from '../context.ts'
import { listen } from '../listen.ts'

/** GraphQL Yoga as its guide sets it up. */
export const start = (store: Questions, plugins: Plugin[] = []): Promise<string> =>
  listen(createYoga({ schema, plugins, logging: false, context: () => contextOf(store) }))
