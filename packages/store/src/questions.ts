import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import type { Change, ChangeKind } from '@daily-papers/papers/change.ts'
import type {
  Author,
  Entity,
  EntityKind,
  FeedDay,
  Keyword,
  SpelledKind,
  Totals,
} from '@daily-papers/papers/entity.ts'
import type { Day, Instant, Paper } from '@daily-papers/papers/paper.ts'
import type { Point } from './history.ts'
import type { Page, PageRequest, Position } from './page.ts'
import type { Gain, Metric, Window } from './rising.ts'

/** The orders that the table has an index for. */
export type IndexedOrder = 'featuredOn' | 'publishedAt' | 'upvotes' | 'trending'
export type PaperOrder = IndexedOrder | 'comments' | 'githubStars'
export type EntityOrder = 'name' | 'paperCount'
export interface Ordered<Field> {
  field: Field
  descending: boolean
}
/** By kind, the canonical name of each printed name that has several spellings. */
export type Spellings = Readonly<Record<SpelledKind, ReadonlyMap<string, string>>>

/** Days from `from` to `to`, both included; null is unbounded. */
export interface DayRange {
  from: Day | null
  to: Day | null
  /** True if both move with time. A cursor of yesterday's range then works in today's. */
  slides?: true
}

/**
 * The lists of `papersOf`: papers of an author, keyword or organization, papers that an account claims, or papers that
 * it submitted.
 */
export type PapersOf = { kind: EntityKind; key: string } | { kind: 'submitter'; key: string }

export interface RunRecord {
  startedAt: Instant
  finishedAt: Instant
  days: number
  papers: number
  new: number
  changed: number
  skipped: number
  failed: Day[]
}

/** The nearest days that have papers; null where there is none. */
export interface DaysAround {
  previous: Day | null
  next: Day | null
}

/** A paper's id and its gain. */
export interface RisingPaper extends Gain {
  paperId: string
}

/** The most requests for a page of changes with a filter. */
export const MOST_CHANGE_REQUESTS = 4

/** The most requests for papers, 100 each, for a filter by paper. */
export const MOST_PAPER_REQUESTS = 10

/** A page of changes: those after `after`, else since `since`, else all that are stored. */
export interface WantedChanges {
  after: Position | null
  since: Instant | null
  /** Newest first; `after` then leads back in time, and `since` is where the list ends. Default: oldest first. */
  descending?: boolean
  /** Null: all. */
  kinds: readonly ChangeKind[] | null
  /** Selects papers. 1 request for up to 100 papers. Absent: all. */
  ofPapers?: ((ids: readonly string[]) => Promise<ReadonlySet<string>>) | null
  /** Milliseconds since 1970. */
  now: number
}

export interface ChangesRequest extends WantedChanges {
  size: number
}

export interface ChangeCounts {
  changes: number
  /** Distinct papers among them. */
  papers: number
}

/** The most days of a range in an order other than `featuredOn`. */
export const MAX_RANKED_DAYS = 31

/** Options of all reads for one client request. */
export interface RequestOptions {
  /** Aborts running reads and prevents further ones. */
  signal?: AbortSignal
  /** Called with the read units of each request. */
  onRead?: (units: number) => void
}

/** The questions the graph asks, each with its number of DynamoDB requests. */
export interface Questions {
  /** The same questions for one client request: reads by key are batched, and nothing is read twice. */
  forRequest(options?: RequestOptions): Questions
  /** 1 request for up to 100 ids. Unknown: null, in the order asked. */
  papers(ids: readonly string[]): Promise<(Paper | null)[]>
  /**
   * All papers, or those featured in `range` (orders other than `featuredOn`: at most MAX_RANKED_DAYS days, 2 requests).
   * 1 request; papers of several days among them take 1 more, or by `featuredOn` 2.
   */
  paperList(order: Ordered<IndexedOrder>, range: DayRange | null, page: PageRequest): Promise<Page<Paper>>
  /** The papers of one day; counters and submitter as read on that day. 1 request. */
  papersOn(day: Day, order: Ordered<PaperOrder>, page: PageRequest): Promise<Page<Paper>>
  /** In the order of featuring, newest first unless `descending` is false. 2 requests. */
  papersOf(of: PapersOf, descending: boolean, page: PageRequest): Promise<Page<Paper>>
  /** The links to each paper. Null where they were never read. 1 request for up to 100 papers. */
  artefacts(ids: readonly string[]): Promise<(Artefacts | null)[]>
  /** Each paper's history, oldest first, thinned with age. 1 request for up to 100 papers. */
  histories(ids: readonly string[]): Promise<Point[][]>
  /**
   * Changes, oldest first unless `descending`. The next page starts at the page's `end`. Newest first, the last page has none.
   * 1 request; with a filter up to MOST_CHANGE_REQUESTS, and up to MOST_PAPER_REQUESTS for papers. A page may then be
   * short though `hasNextPage`.
   * @throws CursorExpiredError when what followed `after` may be gone.
   */
  changes(request: ChangesRequest): Promise<Page<Change>>
  /** The number of changes, exact. Null if that needs more requests than a page. */
  changeCounts(request: WantedChanges): Promise<ChangeCounts | null>
  /** Papers by their gain in a window that ends `now`, largest first. 1 request. */
  rising(window: Window, metric: Metric, now: number, page: PageRequest): Promise<Page<RisingPaper>>
  /** 1 request. Unknown or empty day: null. */
  days(dates: readonly Day[]): Promise<(FeedDay | null)[]>
  /** 1 request. */
  dayList(range: DayRange | null, descending: boolean, page: PageRequest): Promise<Page<FeedDay>>
  /** The newest day that has papers. 1 request. */
  latestDay(): Promise<FeedDay | null>
  /**
   * The days next to each of some days that have papers. 2 requests; of several days 1 more for each megabyte between
   * them.
   */
  daysAround(days: readonly Day[]): Promise<DaysAround[]>
  /** Rank (1 = most upvotes) of each paper on a day. 1 request for up to 100 days. */
  ranksOn(days: readonly Day[]): Promise<Map<string, number>[]>
  /** 1 request for up to 100 keys. */
  entities<K extends EntityKind>(
    kind: K,
    keys: readonly string[],
  ): Promise<(Extract<Entity, { kind: K }> | null)[]>
  /** 1 request; by paper count, where entities of a single paper begin, 2 or 3. */
  entityList<K extends EntityKind>(
    kind: K,
    order: Ordered<EntityOrder>,
    startsWith: string | null,
    page: PageRequest,
  ): Promise<Page<Extract<Entity, { kind: K }>>>
  /**
   * The canonical name of each printed name that has several spellings. 1 request a minute for the whole process.
   * @param now Milliseconds since 1970.
   */
  spellings(now: number): Spellings | Promise<Spellings>
  /** 1 request. */
  totals(): Promise<Totals>
  /** The finished run with the newest readings of the feed. 1 request. */
  lastRun(): Promise<RunRecord | null>
}

export type { Author, Entity, EntityKind, FeedDay, Keyword, Paper, Totals }
