import { UPVOTE_THRESHOLDS } from '@daily-papers/papers/change.ts'
import { addDays, DAY_MS, dayOf, HOUR_MS } from '@daily-papers/papers/days.ts'
import type { Counters, Day, Instant } from '@daily-papers/papers/paper.ts'
import { type Point, pointAt } from '@daily-papers/store/history.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { WINDOWS, type Window } from '@daily-papers/store/rising.ts'
import { walk } from '@daily-papers/store/testing/walk.ts'
import type { MonthHub, Said } from './month-hub.ts'
import type { ListedChange } from './month-reader.ts'

const METRICS = ['upvotes', 'comments', 'githubStars'] as const

/** What runs that ended have read of each paper, in the order of time. */
export type Seen = Map<string, Said[]>

/** A paper counts, and is described, as on the latest of its days that is known. */
function asOnLatestDay(said: readonly Said[]): Said[] {
  let latest = ''
  return said.filter(({ day }) => {
    if (day > latest) latest = day
    return day === latest
  })
}

/** Whether a METADATA_CHANGED is due. The first code of a paper is a CODE_ADDED instead. */
function isDescribedAnew(before: readonly Said[], now: Said): boolean {
  const last = before.at(-1)
  if (last?.description !== now.description) return true
  return last.code !== now.code && before.some(({ code }) => code)
}

/** What must have been told, by name; of descriptions how often, as their names hold an instant. */
function expectedChanges(seen: Seen, firstEmittingDay: Day): string[] {
  return [...seen].flatMap(([id, all]) => {
    const said = asOnLatestDay(all)
    const days = [...new Set(all.map(({ day }) => day))]
    // Of what is found on a day of the past nothing is told, only of what becomes of it.
    const [known] = said.filter(({ day }) => day < firstEmittingDay)
    const votes = Math.max(...said.map(({ upvotes }) => upvotes ?? 0))
    const described = said.filter((each, i) => i > 0 && isDescribedAnew(said.slice(0, i), each))
    return [
      ...days.filter(day => day >= firstEmittingDay).map(day => `featured/${id}/${day}`),
      ...described.map(() => `metadataChanged/${id}`),
      ...(!known?.code && said.some(({ code }) => code) ? [`codeAdded/${id}`] : []),
      ...UPVOTE_THRESHOLDS.filter(least => least > (known?.upvotes ?? 0) && least <= votes).map(
        threshold => `upvotesPassed/${id}/${threshold}`,
      ),
    ]
  })
}

/** What was lost, and what was told too often. */
export function wrongChanges(seen: Seen, firstEmittingDay: Day, told: readonly ListedChange[]): string[] {
  const left = new Map<string, number>()
  for (const { key, kind, paperId } of told) {
    const name = kind === 'METADATA_CHANGED' ? `metadataChanged/${paperId}` : key
    left.set(name, (left.get(name) ?? 0) + 1)
  }
  for (const key of expectedChanges(seen, firstEmittingDay)) left.set(key, (left.get(key) ?? 0) - 1)
  return [...left]
    .filter(([, times]) => times !== 0)
    .map(([key, times]) => `${times < 0 ? 'lost' : 'told too often'}: ${key}`)
}

const same = (a: Counters | null | undefined, b: Counters) => METRICS.every(key => a?.[key] === b[key])

/** Whether only the later of two points is kept: of an hour, after two days of a day, and after 30 days of a week. */
function isOnePeriod(earlier: Instant, later: Instant, newest: Instant): boolean {
  const days = (Date.parse(newest) - Date.parse(earlier)) / DAY_MS
  if (days < 2) return earlier.slice(0, 13) === later.slice(0, 13)
  const sunday = addDays(dayOf(earlier), (7 - new Date(earlier).getUTCDay()) % 7)
  const isOldWeek = Date.parse(sunday) + DAY_MS <= Date.parse(newest) - 30 * DAY_MS
  return isOldWeek ? dayOf(later) <= sunday : dayOf(earlier) === dayOf(later)
}

/** Each point is what the Hub said at its instant; and at each instant that a history still tells apart, it says what was read. */
export async function wrongHistories(
  store: Questions,
  seen: Seen,
  hub: MonthHub,
): Promise<{ points: number; wrong: string[] }> {
  const ids = [...seen.keys()]
  const histories = await store.histories(ids)
  const wrong: string[] = []
  for (const [i, id] of ids.entries()) {
    const all = seen.get(id) ?? []
    const points = histories[i] ?? []
    const days = new Set(all.map(({ day }) => day))
    for (const point of points)
      if (![...days].some(day => same(hub.saidOf(id, day, point.at), point)))
        wrong.push(`history of ${id}: ${point.at} is not what the Hub said`)
    const newest = points.at(-1)?.at ?? ''
    const read = asOnLatestDay(all)
    for (const { at, ...counters } of read) {
      const isThinnedTo = (later: { at: Instant }) => later.at > at && isOnePeriod(at, later.at, newest)
      const told = pointAt(points, at)
      if (same(told, counters) || points.some(isThinnedTo)) continue
      // A thinned day may end with the votes that it began with. Then it has no point, and its last reading counts.
      const end = read.findLast(isThinnedTo)
      if (!end || !same(told, end))
        wrong.push(`history of ${id}: at ${at} it says something else than was read`)
    }
  }
  return { points: histories.reduce((sum, points) => sum + points.length, 0), wrong }
}

/** Every ranking equals what a reckoning over all papers' whole histories gives. */
export async function wrongRankings(
  store: Questions,
  ids: readonly string[],
  now: number,
): Promise<{ ranked: number; wrong: string[] }> {
  const histories = await store.histories(ids)
  const report = { ranked: 0, wrong: [] as string[] }
  for (const [window, days] of Object.entries(WINDOWS) as [Window, number][])
    for (const metric of METRICS) {
      const rows = await walk(page => store.rising(window, metric, now, page), 100, false)
      const ranked = rows.map(({ node }) => [node.paperId, node.gained, node.from.value, node.to.value])
      const expected = ids
        .map((id, i) => [id, ...gained(histories[i] ?? [], metric, now - days * 24 * HOUR_MS)] as const)
        .filter(([, gain]) => gain !== undefined && gain > 0)
        .sort(([a, x], [b, y]) => (y ?? 0) - (x ?? 0) || (a < b ? 1 : -1))
      report.ranked += ranked.length
      if (JSON.stringify(ranked) !== JSON.stringify(expected))
        report.wrong.push(`rising by ${metric} in a ${window} at ${new Date(now).toISOString()}`)
    }
  return report
}

function gained(points: readonly Point[], metric: (typeof METRICS)[number], since: number): number[] {
  const held = points.filter(({ at }) => Date.parse(at) <= since).at(-1) ?? points[0]
  const [from, to] = [held?.[metric] ?? null, points.at(-1)?.[metric] ?? null]
  return from === null || to === null ? [] : [to - from, from, to]
}
