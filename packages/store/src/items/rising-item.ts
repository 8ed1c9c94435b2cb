import type { Instant } from '@daily-papers/papers/paper.ts'
import type { Point } from '../history.ts'
import { recentPoints } from '../rising.ts'
import { type Key, risingKey } from '../table/keys.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** One item with the points that `rising` is measured from: all papers that moved in the last week. */
export interface RisingItem extends Key {
  v: number
  papers: Packed
  /** The newest reading known when it was written. */
  at: Instant
}

export type Recent = ReadonlyMap<string, readonly Point[]>

/** A week of the feed is some 5,000 points, and a point some 5 bytes: far below the 400 KB of an item. */
const MOST_POINTS = 50_000

const COUNTERS = ['upvotes', 'comments', 'githubStars'] as const

/** Milliseconds, votes, comments and stars, from the second point on as differences; null is unknown. */
type Tuple = (number | null)[]
type PaperTuple = [id: string, ...points: Tuple[]]

const less = (value: number | null, before: number | null | undefined): number | null =>
  value === null ? null : value - (before ?? 0)
const plus = (value: number | null | undefined, before: number | null | undefined): number | null =>
  value === null || value === undefined ? null : value + (before ?? 0)

const tuplesOf = (points: readonly Point[]): Tuple[] =>
  points.map((point, i) => {
    const before = points[i - 1]
    const ms = Date.parse(point.at) - (before ? Date.parse(before.at) : 0)
    return [ms, ...COUNTERS.map(counter => less(point[counter], before?.[counter]))]
  })

function pointsOf(tuples: readonly Tuple[]): Point[] {
  const points: Point[] = []
  for (const [ms, upvotes, comments, githubStars] of tuples) {
    const before = points.at(-1)
    points.push({
      at: new Date((ms ?? 0) + (before ? Date.parse(before.at) : 0)).toISOString(),
      upvotes: plus(upvotes, before?.upvotes),
      comments: plus(comments, before?.comments),
      githubStars: plus(githubStars, before?.githubStars),
    })
  }
  return points
}

export const recentIn = (item: RisingItem | undefined): Recent =>
  new Map((item ? unpack<PaperTuple[]>(item.papers) : []).map(([id, ...tuples]) => [id, pointsOf(tuples)]))

/** The item with the histories of some papers brought up to date, without what is older than a week at `at`. */
export function risingItem(
  before: RisingItem | undefined,
  histories: Recent,
  newestReadAt: Instant,
): RisingItem {
  const at = before && before.at > newestReadAt ? before.at : newestReadAt
  const all = [...recentIn(before), ...histories].map(([id, points]): [string, readonly Point[]] => [
    id,
    recentPoints(points, at),
  ])
  const moved = [...new Map(all)].filter(([, points]) => points.length > 1)
  moved.sort(([a, x], [b, y]) => compare(y.at(-1)?.at ?? '', x.at(-1)?.at ?? '') || compare(a, b))
  let room = MOST_POINTS
  const kept = moved.filter(([, points]) => {
    room -= points.length
    return room >= 0
  })
  const papers = kept.map(([id, points]): PaperTuple => [id, ...tuplesOf(points)])
  return { ...risingKey, v: ITEM_VERSION, papers: pack(papers), at }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
