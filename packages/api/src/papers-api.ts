import { loadAgents } from '@daily-papers/agents/agents.ts'
import { createContext } from '@daily-papers/graph/context.ts'
import { inspectCost } from '@daily-papers/graph/cost/inspect-cost.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import { loadReader } from '@daily-papers/reader/load-reader.ts'
import type { Place } from '@daily-papers/snapshot/place.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { type Api, createApi } from './api.ts'
import { createFeeds } from './feeds/answer-feed.ts'
import { exampleValues } from './graphiql/example-values.ts'
import { examples } from './graphiql/examples.ts'
import { createResponseCache } from './graphql/response-cache.ts'
import type { ResponseHints } from './http/cache-headers.ts'
import { answerDownload } from './http/download.ts'
import type { Log } from './http/log.ts'
import type { PartialStatus } from './http/status.ts'
import { noting, notingAge } from './max-age.ts'
import { sharedSnapshot } from './snapshot.ts'

export interface PapersApiOptions {
  store: Questions
  /** The source of snapshots. Without it, search, filters and statistics are errors. */
  snapshots?: Place
  /** Milliseconds that a request waits for a newer snapshot, where nothing runs between requests. */
  snapshotWaitMs?: number
  /** Milliseconds since the epoch. */
  now?: () => number
  log?: Log
  /** Time limit of a query, in milliseconds. */
  timeoutMs?: number
  /** Whether the papers are made up. Default: false. */
  isSample?: boolean
  /** The status of data beside errors: 294, or 200. */
  partialStatus?: PartialStatus | undefined
  /** Whether responses are cached, for a minute at most and until the next run of the ingest. */
  cachesResponses?: boolean
  /** Whether something beside the API serves `/subscriptions`. The pages then have a form. */
  hasDigest?: boolean
}

/** Reports a response's read units in `Server-Timing`. */
function summingUnits(hints: ResponseHints): (units: number) => void {
  let sum = 0
  return units => {
    sum += units
    hints.serverTiming = `read-units;desc="${sum}"`
  }
}

/** The API over a store. node:http and Lambda serve it alike. */
export function createPapersApi(options: PapersApiOptions): Api {
  const {
    store,
    snapshots,
    snapshotWaitMs,
    now = Date.now,
    log,
    timeoutMs,
    cachesResponses = false,
    isSample = false,
    partialStatus,
    hasDigest = false,
  } = options
  const snapshot = snapshots && sharedSnapshot(snapshots, { now, log, waitMs: snapshotWaitMs })
  return createApi({
    schema,
    context: ({ response, origin, signal, extensions }) => {
      const note = notingAge(response, now())
      return createContext({
        store: noting(store, note),
        now,
        origin,
        extensions,
        isSample,
        signal,
        onRead: summingUnits(response),
        ...(snapshot && {
          snapshot: () => {
            note(null)
            return snapshot()
          },
        }),
      })
    },
    feed: createFeeds({ store, now }),
    ...(snapshots && { download: () => answerDownload(snapshots) }),
    agents: loadAgents,
    partialStatus,
    pages: async () => {
      const createReader = await loadReader()
      return pages => createReader({ ...pages, hasDigest })
    },
    now,
    inspect: inspectCost,
    examples,
    // Without the store GraphiQL opens all the same.
    exampleValues: () => exampleValues(store).catch(() => ({})),
    // Every run of the ingest leaves a record, written last.
    ...(cachesResponses && {
      responseCache: createResponseCache({ version: async () => JSON.stringify(await store.lastRun()), now }),
    }),
    // A read that every store answers, and that says how fresh what is served is.
    check: async () => ({ latestDay: (await store.latestDay())?.date ?? null }),
    ...(log && { log }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  })
}
