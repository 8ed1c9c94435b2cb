import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl'
import responseCache from '@apollo/server-plugin-response-cache'
import type { Questions } from '@daily-papers/store/questions.ts'
import { start as startApollo } from './apollo.ts'

/** Apollo Server with its own response cache. */
export const start = (store: Questions): Promise<string> =>
  startApollo(store, [ApolloServerPluginCacheControl({ defaultMaxAge: 60 }), responseCache()])
