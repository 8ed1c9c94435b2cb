import type { PageRequest } from '@daily-papers/store/page.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { authorOf, dayAt, idOf, PAPERS_A_DAY } from '../corpus.ts'

const page: PageRequest = { size: 20, backward: false, after: null, before: null }
const newest = { field: 'featuredOn', descending: true } as const

/** The day at the middle of the smallest table; all tables hold it. */
const asDay = (lastDay: number) => dayAt(lastDay - 10)

/** What the graph asks most, each as it asks it; `lastDay` is the number of the newest day. */
export const asked: Record<string, (store: Questions, lastDay: number) => Promise<unknown>> = {
  'a paper by its id': (store, lastDay) => store.papers([idOf((lastDay - 10) * PAPERS_A_DAY)]),
  'a day': (store, lastDay) => store.days([asDay(lastDay)]),
  'the newest day': store => store.latestDay(),
  'a page of a day': (store, lastDay) =>
    store.papersOn(asDay(lastDay), { field: 'upvotes', descending: true }, page),
  'a page of the newest papers': store => store.paperList(newest, null, page),
  'a page further down': async (store, lastDay) => {
    const after = `${asDay(lastDay)}#${idOf((lastDay - 10) * PAPERS_A_DAY + 10)}`
    return store.paperList(newest, null, { ...page, after })
  },
  'a page by upvotes': store => store.paperList({ field: 'upvotes', descending: true }, null, page),
  'a page by trending': store => store.paperList({ field: 'trending', descending: true }, null, page),
  'a page by arXiv date': store => store.paperList({ field: 'publishedAt', descending: true }, null, page),
  'the best of 7 days': (store, lastDay) =>
    store.paperList(
      { field: 'upvotes', descending: true },
      { from: dayAt(lastDay - 6), to: dayAt(lastDay) },
      page,
    ),
  'a page of days': store => store.dayList(null, true, page),
}

/** The same of names, which a table filled with papers alone does not hold. */
export const askedOfNames: typeof asked = {
  'a page of an author': (store, lastDay) =>
    store.papersOf({ kind: 'author', key: authorOf((lastDay - 10) * PAPERS_A_DAY) }, true, page),
  'a page of a keyword': store => store.papersOf({ kind: 'keyword', key: 'keyword 9' }, true, page),
  'a page of keywords by name': store =>
    store.entityList('keyword', { field: 'name', descending: false }, null, page),
  'a page of authors by paper count': store =>
    store.entityList('author', { field: 'paperCount', descending: true }, null, page),
  'the totals': store => store.totals(),
}
