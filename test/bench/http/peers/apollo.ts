import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import type { Context } from '@daily-papers/graph/context.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { contextOf } from '../context.ts'

/** Apollo Server as its guide sets it up. */
export async function start(store: Questions, plugins: ApolloServerPlugin<Context>[] = []): Promise<string> {
  const server = new ApolloServer<Context>({ schema, plugins })
  const context = async () => contextOf(store)
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 }, context })
  return url.slice(0, -1)
}
