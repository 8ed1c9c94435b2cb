import { schema } from '@daily-papers/graph/schema.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import fastify from 'fastify'
import mercurius from 'mercurius'
import { contextOf } from '../context.ts'

/** Mercurius with graphql-jit from the first request of a query on. */
export async function start(store: Questions): Promise<string> {
  const app = fastify()
  const context = () => ({ ...contextOf(store) })
  await app.register(mercurius, { schema, jit: 1, context })
  return app.listen({ host: '127.0.0.1', port: 0 })
}
