import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import type { Entity, EntityKind, FeedDay, Totals } from '@daily-papers/papers/entity.ts'
import { once } from '@daily-papers/papers/once.ts'
import type { Day, Paper } from '@daily-papers/papers/paper.ts'
import type { Point } from '@daily-papers/store/history.ts'
import type { DaysAround, Questions, RequestOptions, RunRecord } from '@daily-papers/store/questions.ts'
import DataLoader from 'dataloader'
import { type CurrentSnapshot, noSnapshot } from './no-snapshot.ts'

/** The most keys in one request to the store. */
export const BATCH = 100

type Of<K extends EntityKind> = Extract<Entity, { kind: K }>
type Loader<T> = Pick<DataLoader<string, T>, 'load'>

/** A name in a filter that no paper has. */
export interface UnmatchedValue {
  /** The field of the filter, for example `keywords`. */
  field: string
  value: string
}

/** What the resolvers of one request share: the store, the clock, and readers that batch. */
export interface Context {
  store: Questions
  /** Milliseconds since the epoch. */
  now: () => number
  /** The API's public address, without a slash at the end. */
  origin: string
  paper: Loader<Paper | null>
  day: Loader<FeedDay | null>
  /** The previous and the next day that have papers. */
  daysAround: Loader<DaysAround>
  /** What links a paper on the Hub. Null if that was never read. */
  artefacts: Loader<Artefacts | null>
  /** How a paper's counters moved, oldest first. */
  history: Loader<Point[]>
  /** Rank of each paper of a day. */
  ranks: Loader<Map<string, number>>
  entity: { [K in EntityKind]: Loader<Of<K> | null> }
  /** The same for the whole request. */
  spellings: () => ReturnType<Questions['spellings']>
  totals: () => Promise<Totals>
  lastRun: () => Promise<RunRecord | null>
  latestDay: () => Promise<FeedDay | null>
  /** `extensions` of the response, to which resolvers may add. */
  extensions: { unmatched?: UnmatchedValue[] }
  /** Whether the papers are made up. */
  isSample: boolean
  /** The snapshot of the corpus, the same for the whole request. @throws GraphQLError SNAPSHOT_UNAVAILABLE */
  snapshot: CurrentSnapshot
}

/**
 * Makes each value once a request. The store has a loader below these: it joins their keys, of all kinds, into one
 * BatchGetItem. Loaders are created on first use, because a query uses one or two of them.
 */
function batching<T>(ask: (keys: readonly string[]) => Promise<T[]>): Loader<T> {
  let loader: DataLoader<string, T> | undefined
  return {
    load(key) {
      loader ??= new DataLoader(ask, { maxBatchSize: BATCH })
      return loader.load(key)
    },
  }
}

/** The context of one request. Nothing in it outlives the request. */
export function createContext({
  store: shared,
  now,
  origin,
  snapshot = noSnapshot,
  extensions = {},
  isSample = false,
  ...reads
}: Pick<Context, 'store' | 'now' | 'origin'> &
  Partial<Pick<Context, 'snapshot' | 'extensions' | 'isSample'>> &
  RequestOptions): Context {
  const store = shared.forRequest(reads)
  return {
    store,
    now,
    origin,
    paper: batching(ids => store.papers(ids)),
    day: batching<FeedDay | null>((days: readonly Day[]) => store.days(days)),
    daysAround: batching((days: readonly Day[]) => store.daysAround(days)),
    artefacts: batching(ids => store.artefacts(ids)),
    history: batching(ids => store.histories(ids)),
    ranks: batching((days: readonly Day[]) => store.ranksOn(days)),
    entity: {
      author: batching(keys => store.entities('author', keys)),
      keyword: batching(keys => store.entities('keyword', keys)),
      organization: batching(keys => store.entities('organization', keys)),
      account: batching(keys => store.entities('account', keys)),
    },
    spellings: once(() => store.spellings(now())),
    totals: once(() => store.totals()),
    lastRun: once(() => store.lastRun()),
    latestDay: once(() => store.latestDay()),
    extensions,
    isSample,
    snapshot: once(snapshot),
  }
}
