import { HOUR_MS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { HubEntry } from '../corpus.ts'
import { seeded } from '../seeded.ts'

/** Half of the votes that come in time come within so many hours. */
const HALF_LIFE_HOURS = 24
const LAST_USUAL_HOUR = 9
const LAST_HOUR = 20
/** A model writes summary and keywords so many hours after the paper has appeared. */
const HOURS_TO_SUMMARY = 6

/** The hour of its day at which a paper appears: most in the first ones, one in forty late. */
function appearsAt(id: string, day: Day): number {
  const random = seeded(Number(`${id}${day}`.replace(/\D/g, '').slice(2)))
  const late = random() < 1 / 40
  return late ? LAST_USUAL_HOUR + (LAST_HOUR - LAST_USUAL_HOUR) * random() : LAST_USUAL_HOUR * random() ** 2
}

/** The entry as the Hub shows it at an instant while votes, comments and stars grow; null before it appears. */
export function grownEntry(entry: HubEntry, day: Day, at: number): HubEntry | null {
  const age = (at - Date.parse(day)) / HOUR_MS - appearsAt(entry.paper.id, day)
  if (age < 0) return null
  const { ai_summary, ai_summary_model, ai_keywords, ...known } = entry.paper
  const paper: HubEntry['paper'] = age < HOURS_TO_SUMMARY ? known : { ...entry.paper }
  const { upvotes, githubStars } = entry.paper
  if (upvotes !== undefined) paper.upvotes = Math.round(2 * upvotes * (1 - 2 ** (-age / HALF_LIFE_HOURS)))
  if (githubStars !== undefined) paper.githubStars = Math.round(githubStars * (1 + age / 240))
  return { ...entry, paper, numComments: Math.round((entry.numComments ?? 0) * Math.min(1, age / 48)) }
}

/** The entries of a day as the Hub lists them at an instant: most upvotes first. */
export const grownDay = (entries: readonly HubEntry[], day: Day, at: number): HubEntry[] =>
  entries
    .map(entry => grownEntry(entry, day, at))
    .filter(entry => entry !== null)
    .sort((a, b) => (b.paper.upvotes ?? 0) - (a.paper.upvotes ?? 0) || (a.paper.id < b.paper.id ? 1 : -1))
