import { encodeId } from '@daily-papers/graph/relay/ids.ts'
import { addDays } from '@daily-papers/papers/days.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import type { ExampleValues } from './example.ts'

/** What the variables of the examples stand for, taken from the latest day; nothing while there is none. 2 requests. */
export async function exampleValues(store: Questions): Promise<ExampleValues> {
  const day = await store.latestDay()
  if (!day) return {}
  const page = { size: 100, backward: false, after: null, before: null }
  const { rows } = await store.papersOn(day.date, { field: 'upvotes', descending: true }, page)
  const papers = rows.map(({ node }) => node)
  const ids = papers.slice(0, 3).map(({ id }) => id)
  const author = papers.flatMap(({ authors }) => authors)[0]?.name
  const keyword = papers.flatMap(({ keywords }) => keywords)[0]
  return {
    ref: ids[0],
    refs: ids,
    ids: [encodeId('Day', day.date), ...ids.map(id => encodeId('Paper', id))],
    ...(author !== undefined && { author }),
    ...(keyword !== undefined && { keyword }),
    since: addDays(day.date, -6),
  }
}
