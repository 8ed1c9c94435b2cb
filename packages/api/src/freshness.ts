import { addDays, dayOf, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import type { ResponseHints } from './http/cache.ts'

/** How long an answer about older days alone may be kept: a rebuild or a person's wish may still change it. */
export const PAST_MAX_AGE_SECONDS = 86_400

/** Called with the newest day that a read depends on; null when it depends on more than days. */
type Note = (until: Day | null) => void

const newest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null

/** The same questions; what each answer depends on is noted. What is not known to be about days alone counts as more. */
export function noting(store: Questions, note: Note): Questions {
  const more = <A extends unknown[], R>(ask: (...args: A) => R) => {
    return (...args: A): R => {
      note(null)
      return ask(...args)
    }
  }
  const upTo = <A extends unknown[], R>(ask: (...args: A) => R, until: (...args: A) => Day | null) => {
    return (...args: A): R => {
      note(until(...args))
      return ask(...args)
    }
  }
  return {
    forRequest: options => noting(store.forRequest(options), note),
    papers: more(store.papers),
    histories: more(store.histories),
    changes: more(store.changes),
    rising: more(store.rising),
    papersOf: more(store.papersOf),
    latestDay: more(store.latestDay),
    entities: (kind, keys) => {
      note(null)
      return store.entities(kind, keys)
    },
    entityList: (kind, order, startsWith, page) => {
      note(null)
      return store.entityList(kind, order, startsWith, page)
    },
    totals: more(store.totals),
    lastRun: more(store.lastRun),
    async paperList(order, range, request) {
      note(range?.to ?? null)
      const page = await store.paperList(order, range, request)
      // What was featured again since is shown as its latest day counts it.
      for (const { node } of page.rows) note(node.featurings.at(-1)?.day ?? null)
      return page
    },
    papersOn: upTo(store.papersOn, day => day),
    days: upTo(store.days, newest),
    dayList: upTo(store.dayList, range => range?.to ?? null),
    dayBefore: upTo(store.dayBefore, day => day),
    dayAfter: upTo(store.dayAfter, day => day),
    ranksOn: upTo(store.ranksOn, newest),
  }
}

/** Keeps the `maxAgeSeconds` of an answer true while reads are noted: long only when all of them are about older days. */
export function notingAge(hints: ResponseHints, now: number): Note {
  const past = addDays(dayOf(now), -REFRESHED_DAYS)
  let allPast = true
  return until => {
    allPast &&= until !== null && until < past
    hints.maxAgeSeconds = allPast ? PAST_MAX_AGE_SECONDS : null
  }
}
