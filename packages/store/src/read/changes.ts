import type { Change } from '@daily-papers/papers/change.ts'
import { dayOf } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import { CHANGES_LISTED_MS, CHANGES_STORED_MS, type ChangesItem, changesIn } from '../items/change-item.ts'
import { assertForm, CursorExpiredError, type Page, type Position, type Row } from '../page.ts'
import {
  type ChangeCounts,
  type ChangesRequest,
  MOST_CHANGE_REQUESTS,
  MOST_PAPER_REQUESTS,
  type WantedChanges,
} from '../questions.ts'
import { CHANGES } from '../table/keys.ts'
import { chunksOf, type KeyRange, queryOnce } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import { CHANGE_FORM } from './positions.ts'

/** Steps read at once with a filter. A step's changes are about 1 KB. */
const STEPS_A_REQUEST = 100
/** The most papers of one request. */
const PAPERS_A_REQUEST = 100

/** The position of a change: the stamp of its step, and its number there. */
interface ChangePlace {
  stamp: Instant
  index: number
}

type PlacedChange = ChangePlace & { change: Change }

/** A position up to which a reader has seen all. At the end of the list it has the day of the poll. */
const positionAt = ({ stamp, index }: ChangePlace, seenUntil: Day = stamp.slice(0, 10)): Position =>
  `${seenUntil}~${stamp}#${String(index + 1).padStart(5, '0')}`

function placeOf(position: Position) {
  const [seenUntil = '', place = ''] = position.split('~')
  const [stamp = '', number = ''] = place.split('#')
  return { seenUntil, stamp, index: Number(number) - 1 }
}

/** A page of changes. The reads are consistent, so that steps appear in the order of their writes. */
export async function changes(table: Table, request: ChangesRequest): Promise<Page<Change>> {
  const { after, descending = false, kinds, ofPapers, size, now } = request
  const { keyRange, start } = startOf(request)
  const limit = kinds || ofPapers ? STEPS_A_REQUEST : size + 2
  const rows: Row<Change>[] = []
  let end: ChangePlace = start
  let requests = 0
  let asked = 0
  let startKey: Record<string, string> | undefined
  do {
    const options = { limit, startKey, consistent: true, descending }
    const page = await queryOnce<ChangesItem>(table, keyRange, options)
    const placed = placedIn(page.items, descending).filter(place => isBehind(place, start, descending))
    for (const some of ofPapers ? chunksOf(placed, PAPERS_A_REQUEST) : [placed]) {
      if (asked++ >= MOST_PAPER_REQUESTS) return pageOf(true)
      const wanted = await wantedOf(some, request)
      for (const each of some) {
        if (wanted.has(each)) rows.push({ node: each.change, position: positionAt(each) })
        if (rows.length > size) return pageOf(true)
        end = each
      }
    }
    startKey = page.startKey
    requests++
  } while (startKey && (kinds || ofPapers) && requests < MOST_CHANGE_REQUESTS)
  return pageOf(startKey !== undefined)

  function pageOf(hasNextPage: boolean): Page<Change> {
    return {
      rows: rows.slice(0, size),
      hasNextPage,
      hasPreviousPage: after !== null,
      ...(descending && !hasNextPage ? {} : { end: endOf(hasNextPage) }),
      total: async () => null,
    }
  }

  function endOf(hasNextPage: boolean): Position {
    return hasNextPage && end.stamp ? positionAt(end) : positionAt(end, dayOf(now))
  }
}

/** The number of changes after a cursor or an instant, and of papers with one. */
export async function changeCounts(table: Table, request: WantedChanges): Promise<ChangeCounts | null> {
  const { keyRange, start } = startOf(request)
  const placed: PlacedChange[] = []
  let startKey: Record<string, string> | undefined
  for (let requests = 0; requests < MOST_CHANGE_REQUESTS; requests++) {
    const page = await queryOnce<ChangesItem>(table, keyRange, { startKey, consistent: true })
    placed.push(...placedIn(page.items, false).filter(place => isBehind(place, start, false)))
    startKey = page.startKey
    if (!startKey) break
  }
  const papers = new Set(placed.map(({ change }) => change.paperId)).size
  if (startKey || (request.ofPapers && papers > MOST_PAPER_REQUESTS * PAPERS_A_REQUEST)) return null
  const wanted = [...(await wantedOf(placed, request))]
  return { changes: wanted.length, papers: new Set(wanted.map(({ change }) => change.paperId)).size }
}

/** Where the list begins, and its range of steps. */
function startOf({ after, since, descending = false, now }: WantedChanges): {
  keyRange: KeyRange
  start: ChangePlace
} {
  assertForm(CHANGE_FORM, after)
  const oldest = new Date(now - (after === null ? CHANGES_LISTED_MS : CHANGES_STORED_MS)).toISOString()
  const first = { seenUntil: dayOf(now), stamp: descending ? '' : (since ?? ''), index: -1 }
  const start = after === null ? first : placeOf(after)
  const isKept = start.stamp >= oldest || `${start.seenUntil}T00:00:00.000Z` >= oldest
  if (!isKept) throw new CursorExpiredError()
  const from = descending ? (since ?? '') : start.stamp
  return {
    start,
    keyRange: {
      partition: CHANGES,
      from: from > oldest ? from : oldest,
      to: descending && start.stamp ? start.stamp : null,
    },
  }
}

function placedIn(items: readonly ChangesItem[], descending: boolean): PlacedChange[] {
  return items.flatMap(item => {
    const placed = changesIn(item).map((change, index) => ({ change, stamp: item.sk, index }))
    return descending ? placed.reverse() : placed
  })
}

const isBehind = ({ stamp, index }: ChangePlace, start: ChangePlace, descending: boolean): boolean =>
  stamp !== start.stamp || (descending ? index < start.index : index > start.index)

async function wantedOf(
  placed: readonly PlacedChange[],
  { kinds, ofPapers }: WantedChanges,
): Promise<Set<PlacedChange>> {
  const ofKind = kinds ? placed.filter(({ change }) => kinds.includes(change.kind)) : placed
  if (!ofPapers || ofKind.length === 0) return new Set(ofKind)
  const papers = await ofPapers([...new Set(ofKind.map(({ change }) => change.paperId))])
  return new Set(ofKind.filter(({ change }) => papers.has(change.paperId)))
}
