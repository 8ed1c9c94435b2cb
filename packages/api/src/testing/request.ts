import {
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import { type Api, type ApiOptions, createApi } from '../api.ts'
import type { HttpRequest } from '../http/message.ts'
import { bodyTooLarge } from '../http/refuse.ts'

/** A request as a transport would make it; `body` is its text. */
export function aRequest({
  body = '',
  ...given
}: Partial<HttpRequest> & { body?: string } = {}): HttpRequest {
  return {
    method: 'GET',
    origin: 'https://papers.example.org',
    path: '/graphql',
    query: '',
    headers: {},
    requestId: 'request-1',
    async readBody(maxBytes) {
      const bytes = Buffer.from(body)
      if (bytes.length > maxBytes) throw bodyTooLarge(maxBytes)
      return bytes
    },
    ...given,
  }
}

export const get = (query: string, headers: HttpRequest['headers'] = {}): HttpRequest =>
  aRequest({ query: `query=${encodeURIComponent(query)}`, headers })

export const post = (body: unknown, headers: HttpRequest['headers'] = {}): HttpRequest =>
  aRequest({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const item: GraphQLObjectType = new GraphQLObjectType({
  name: 'Item',
  fields: () => ({
    name: { type: GraphQLString, resolve: () => 'an item' },
    item: { type: item, resolve: () => ({}) },
  }),
})

const query = new GraphQLObjectType({
  name: 'Query',
  fields: {
    hello: { type: GraphQLString, resolve: () => 'world' },
    item: { type: item, resolve: () => ({}) },
    twice: {
      type: GraphQLInt,
      args: { n: { type: new GraphQLNonNull(GraphQLInt) } },
      resolve: (_, { n }: { n: number }) => n * 2,
    },
    settled: {
      type: GraphQLString,
      resolve: (_, _args, { response }) => {
        response.maxAgeSeconds = 86_400
        return 'long ago'
      },
    },
    sum: {
      type: GraphQLInt,
      args: { of: { type: new GraphQLList(GraphQLInt) } },
      resolve: (_, { of }: { of: number[] }) => of.length,
    },
    words: { type: new GraphQLList(GraphQLString), resolve: () => new Array(6_000).fill('x'.repeat(1_000)) },
    never: { type: GraphQLString, resolve: () => new Promise(() => undefined) },
    broken: {
      type: GraphQLString,
      resolve: () => {
        throw new Error('secret of /var/task/index.mjs')
      },
    },
    wrong: { type: GraphQLInt, resolve: () => 'not a number' },
    refused: {
      type: GraphQLString,
      resolve: () => {
        throw new GraphQLError('Ask for less.', { extensions: { code: 'BAD_USER_INPUT' } })
      },
    },
  },
})

/** A schema that needs no store. */
export const smallSchema = new GraphQLSchema({ query })

/** The API over `smallSchema`; its log is `events`. */
export function anApi(options: Partial<ApiOptions> = {}): { api: Api; events: Record<string, unknown>[] } {
  const events: Record<string, unknown>[] = []
  return {
    api: createApi({ schema: smallSchema, log: event => events.push({ ...event }), ...options }),
    events,
  }
}

/** Asks and reads the JSON of the answer. */
export async function ask(request: HttpRequest, { api }: { api: Api } = anApi()) {
  const { status, headers, body } = await api.handle(request)
  return { status, headers, body: body === null ? null : JSON.parse(String(body)) }
}

/** The code of an answer's first error. */
export const codeOf = ({ body }: Awaited<ReturnType<typeof ask>>) => body.errors?.[0]?.extensions?.code
