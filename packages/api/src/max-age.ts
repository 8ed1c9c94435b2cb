import { addDays, DAY_MS, dayOf, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { PageRequest } from '@daily-papers/store/page.ts'
import type {
  EntityKind,
  EntityOrder,
  Ordered,
  Questions,
  RequestOptions,
} from '@daily-papers/store/questions.ts'
import type { ResponseHints } from './http/cache-headers.ts'

/** How long a response only about old days may be cached. A rebuild or `forget` may still change it. */
export const PAST_MAX_AGE_SECONDS = 86_400

/** Called with the newest day that a read depends on. Null when it depends on more than days. */
type Note = (until: Day | null) => void

type Asked<Name extends keyof Questions> = Parameters<Questions[Name]>

const newest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null

/**
 * The same questions, noting the days that each result depends on. Anything else counts as more than days. It is a
 * class, because one is made for every request.
 */
class NotingQuestions implements Questions {
  readonly #store: Questions
  readonly #note: Note

  constructor(store: Questions, note: Note) {
    this.#store = store
    this.#note = note
  }

  #upTo(until: Day | null): Questions {
    this.#note(until)
    return this.#store
  }

  #more(): Questions {
    return this.#upTo(null)
  }

  /** Nothing found may mean not read yet: a backfill may still load it. */
  #found<P extends { rows: readonly unknown[] }>(page: P): P {
    if (page.rows.length === 0) this.#note(null)
    return page
  }

  forRequest(options?: RequestOptions): Questions {
    return new NotingQuestions(this.#store.forRequest(options), this.#note)
  }
  papers(...asked: Asked<'papers'>) {
    return this.#more().papers(...asked)
  }
  artefacts(...asked: Asked<'artefacts'>) {
    return this.#more().artefacts(...asked)
  }
  histories(...asked: Asked<'histories'>) {
    return this.#more().histories(...asked)
  }
  changes(...asked: Asked<'changes'>) {
    return this.#more().changes(...asked)
  }
  changeCounts(...asked: Asked<'changeCounts'>) {
    return this.#more().changeCounts(...asked)
  }
  /** A new spelling makes no response older. */
  spellings(now: number) {
    return this.#store.spellings(now)
  }
  rising(...asked: Asked<'rising'>) {
    return this.#more().rising(...asked)
  }
  papersOf(...asked: Asked<'papersOf'>) {
    return this.#more().papersOf(...asked)
  }
  latestDay() {
    return this.#more().latestDay()
  }
  entities<K extends EntityKind>(kind: K, keys: readonly string[]) {
    return this.#more().entities(kind, keys)
  }
  entityList<K extends EntityKind>(
    kind: K,
    order: Ordered<EntityOrder>,
    startsWith: string | null,
    page: PageRequest,
  ) {
    return this.#more().entityList(kind, order, startsWith, page)
  }
  totals() {
    return this.#more().totals()
  }
  lastRun() {
    return this.#more().lastRun()
  }
  async paperList(...asked: Asked<'paperList'>) {
    const page = this.#found(await this.#upTo(asked[1]?.to ?? null).paperList(...asked))
    // A paper featured again has the counters of its latest day.
    for (const { node } of page.rows) this.#note(node.featurings.at(-1)?.day ?? null)
    return page
  }
  async papersOn(...asked: Asked<'papersOn'>) {
    return this.#found(await this.#upTo(asked[0]).papersOn(...asked))
  }
  async days(days: readonly Day[]) {
    const found = await this.#upTo(newest(days)).days(days)
    if (found.includes(null)) this.#note(null)
    return found
  }
  async dayList(...asked: Asked<'dayList'>) {
    return this.#found(await this.#upTo(asked[0]?.to ?? null).dayList(...asked))
  }
  daysAround(days: readonly Day[]) {
    return this.#upTo(newest(days)).daysAround(days)
  }
  ranksOn(days: readonly Day[]) {
    return this.#upTo(newest(days)).ranksOn(days)
  }
}

export const noting = (store: Questions, note: Note): Questions => new NotingQuestions(store, note)

let refreshed = { today: Number.NaN, first: '' }

/** The first of the days that are still read again, found once a day. */
function firstRefreshed(now: number): Day {
  const today = Math.floor(now / DAY_MS)
  if (refreshed.today !== today) refreshed = { today, first: addDays(dayOf(now), -REFRESHED_DAYS) }
  return refreshed.first
}

/** Keeps the `maxAgeSeconds` of an answer true while reads are noted: long only when all of them are about older days. */
export function notingAge(hints: ResponseHints, now: number): Note {
  let allPast = true
  return until => {
    allPast &&= until !== null && until < firstRefreshed(now)
    hints.maxAgeSeconds = allPast ? PAST_MAX_AGE_SECONDS : null
  }
}
