import { addDays, dayOf, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { PageRequest } from '@daily-papers/store/page.ts'
import type {
  EntityKind,
  EntityOrder,
  Ordered,
  Questions,
  RequestOptions,
} from '@daily-papers/store/questions.ts'
import type { ResponseHints } from './cache.ts'

/** How long an answer about older days alone may be kept: a rebuild or a person's wish may still change it. */
export const PAST_MAX_AGE_SECONDS = 86_400

/** Called with the newest day that a read depends on; null when it depends on more than days. */
type Note = (until: Day | null) => void

type Asked<Name extends keyof Questions> = Parameters<Questions[Name]>

const newest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null

/**
 * The same questions; what each answer depends on is noted. What is not known to be about days alone counts as more.
 * A class, since one is made for every request: its methods are made once.
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

  /** Where nothing is found nothing may have been read yet: a backfill may still bring it. */
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
  /** A name that is spelled anew makes no answer older. */
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
    // What was featured again since is shown as its latest day counts it.
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
  const today = Math.floor(now / 86_400_000)
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
