import type { Point } from '../history.ts'
import { historyKey, type Key } from '../table/keys.ts'
import { getItems, type Write } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { ITEM_VERSION } from '../table/table-definition.ts'
import { type Packed, pack, unpack } from './pack.ts'

export interface HistoryItem extends Key {
  v: number
  points: Packed
}

/** Seconds since 1970, then votes, comments and stars. */
type PointTuple = [
  seconds: number,
  upvotes: number | null,
  comments: number | null,
  githubStars: number | null,
]

export function historyWrite(id: string, points: readonly Point[]): Write {
  const tuples = points.map(
    ({ at, upvotes, comments, githubStars }): PointTuple => [
      Date.parse(at) / 1_000,
      upvotes,
      comments,
      githubStars,
    ],
  )
  const item: HistoryItem = { ...historyKey(id), v: ITEM_VERSION, points: pack(tuples) }
  return { put: item }
}

/** The points of each paper, oldest first. Empty for an unknown paper. 1 request for up to 100 papers. */
export async function readHistories(
  table: Table,
  ids: readonly string[],
  consistent = false,
): Promise<Point[][]> {
  const items = await getItems<HistoryItem>(table, ids.map(historyKey), { consistent })
  return items.map(item => (item ? pointsIn(item) : []))
}

export const pointsIn = (item: HistoryItem): Point[] =>
  unpack<PointTuple[]>(item.points).map(([seconds, upvotes, comments, githubStars]) => ({
    at: new Date(seconds * 1_000).toISOString(),
    upvotes,
    comments,
    githubStars,
  }))
