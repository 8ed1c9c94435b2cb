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
 * Asks for each value once a request. The store has a loader below these: it joins their keys, of all kinds, into one
 * BatchGetItem.
 */
const batching = <T>(ask: (keys: readonly string[]) => Promise<T[]>): Loader<T> =>
  new DataLoader(ask, { maxBatchSize: BATCH })

type Options = Pick<Context, 'store' | 'now' | 'origin'> &
  Partial<Pick<Context, 'snapshot' | 'extensions' | 'isSample'>> &
  RequestOptions

/** Makes each reader at its first use, because a query uses one or two of them. */
class RequestContext implements Context {
  readonly store: Questions
  readonly now: () => number
  readonly origin: string
  readonly extensions: Context['extensions']
  readonly isSample: boolean
  readonly #ask: CurrentSnapshot
  #paper?: Context['paper']
  #day?: Context['day']
  #daysAround?: Context['daysAround']
  #artefacts?: Context['artefacts']
  #history?: Context['history']
  #ranks?: Context['ranks']
  #entity?: Context['entity']
  #spellings?: Context['spellings']
  #totals?: Context['totals']
  #lastRun?: Context['lastRun']
  #latestDay?: Context['latestDay']
  #snapshot?: Context['snapshot']

  constructor({ store, now, origin, snapshot, extensions, isSample, ...reads }: Options) {
    this.store = store.forRequest(reads)
    this.now = now
    this.origin = origin
    this.extensions = extensions ?? {}
    this.isSample = isSample ?? false
    this.#ask = snapshot ?? noSnapshot
  }

  get paper() {
    this.#paper ??= batching(ids => this.store.papers(ids))
    return this.#paper
  }
  get day() {
    this.#day ??= batching<FeedDay | null>((days: readonly Day[]) => this.store.days(days))
    return this.#day
  }
  get daysAround() {
    this.#daysAround ??= batching((days: readonly Day[]) => this.store.daysAround(days))
    return this.#daysAround
  }
  get artefacts() {
    this.#artefacts ??= batching(ids => this.store.artefacts(ids))
    return this.#artefacts
  }
  get history() {
    this.#history ??= batching(ids => this.store.histories(ids))
    return this.#history
  }
  get ranks() {
    this.#ranks ??= batching((days: readonly Day[]) => this.store.ranksOn(days))
    return this.#ranks
  }
  get entity() {
    this.#entity ??= {
      author: batching(keys => this.store.entities('author', keys)),
      keyword: batching(keys => this.store.entities('keyword', keys)),
      organization: batching(keys => this.store.entities('organization', keys)),
      account: batching(keys => this.store.entities('account', keys)),
    }
    return this.#entity
  }
  get spellings() {
    this.#spellings ??= once(() => this.store.spellings(this.now()))
    return this.#spellings
  }
  get totals() {
    this.#totals ??= once(() => this.store.totals())
    return this.#totals
  }
  get lastRun() {
    this.#lastRun ??= once(() => this.store.lastRun())
    return this.#lastRun
  }
  get latestDay() {
    this.#latestDay ??= once(() => this.store.latestDay())
    return this.#latestDay
  }
  get snapshot() {
    this.#snapshot ??= once(this.#ask)
    return this.#snapshot
  }
}

/** The context of one request. Nothing in it outlives the request. */
export const createContext = (options: Options): Context => new RequestContext(options)
