import { ApolloServer } from '@apollo/server'
import { handlers, startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda'
import { type Context, createContext } from '@daily-papers/graph/context.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import { openStore } from './store.ts'

const store = openStore()

// Its integration is typed against the CommonJS form of the server.
const server = new ApolloServer<Context>({ schema }) as never

/** Apollo Server as its guide for Lambda sets it up. */
export const handler = startServerAndCreateLambdaHandler(
  server,
  handlers.createAPIGatewayProxyEventV2RequestHandler(),
  { context: async () => createContext({ store, now: Date.now, origin: 'https://papers.example.org' }) },
)
