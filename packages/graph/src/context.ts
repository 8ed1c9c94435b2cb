import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import type { Entity, EntityKind, FeedDay, Totals } from '@daily-papers/papers/entity.ts'
import { once } from '@daily-papers/papers/once.ts'
import type { Paper } from '@daily-papers/papers/paper.ts'
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

type Ask<T> = (store: Questions, keys: readonly string[]) => Promise<T[]>

/**
 * Makes each value once a request. The store has a loader below these: it joins their keys, of all kinds, into one
 * BatchGetItem. A DataLoader is created on first use, because a query uses one or two of them.
 */
class Batching<T> implements Loader<T> {
  readonly #store: Questions
  readonly #ask: Ask<T>
  #loader: DataLoader<string, T> | undefined

  constructor(store: Questions, ask: Ask<T>) {
    this.#store = store
    this.#ask = ask
  }

  load(key: string): Promise<T> {
    this.#loader ??= new DataLoader(keys => this.#ask(this.#store, keys), { maxBatchSize: BATCH })
    return this.#loader.load(key)
  }
}

// Made once: with a closure for each in every request, a context weighs twice as much.
const papers: Ask<Paper | null> = (store, ids) => store.papers(ids)
const days: Ask<FeedDay | null> = (store, days) => store.days(days)
const daysAround: Ask<DaysAround> = (store, days) => store.daysAround(days)
const artefacts: Ask<Artefacts | null> = (store, ids) => store.artefacts(ids)
const histories: Ask<Point[]> = (store, ids) => store.histories(ids)
const ranks: Ask<Map<string, number>> = (store, days) => store.ranksOn(days)
const authors: Ask<Of<'author'> | null> = (store, keys) => store.entities('author', keys)
const keywords: Ask<Of<'keyword'> | null> = (store, keys) => store.entities('keyword', keys)
const organizations: Ask<Of<'organization'> | null> = (store, keys) => store.entities('organization', keys)
const accounts: Ask<Of<'account'> | null> = (store, keys) => store.entities('account', keys)

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
    paper: new Batching(store, papers),
    day: new Batching(store, days),
    daysAround: new Batching(store, daysAround),
    artefacts: new Batching(store, artefacts),
    history: new Batching(store, histories),
    ranks: new Batching(store, ranks),
    entity: {
      author: new Batching(store, authors),
      keyword: new Batching(store, keywords),
      organization: new Batching(store, organizations),
      account: new Batching(store, accounts),
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
