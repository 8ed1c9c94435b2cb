import { authorKey } from '@daily-papers/papers/names.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Page, PageRequest } from '@daily-papers/store/page.ts'
import type { IndexedOrder } from '@daily-papers/store/questions.ts'
import { walk } from '@daily-papers/store/testing/walk.ts'
import { describe, expect, it } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { filledTable } from './table/filled-table.ts'

const orders: IndexedOrder[] = ['featuredOn', 'publishedAt', 'upvotes', 'trending']

const idsIn = async <T extends { id: string }>(
  ask: (page: PageRequest) => Promise<Page<T>>,
  size: number,
  backward: boolean,
): Promise<string[]> => (await walk(ask, size, backward)).map(({ node }) => node.id)

describe.each(corpora)('all $name days', corpus => {
  const { client, tableName } = filledTable(corpus)
  const store = createQuestions(client, tableName)
  const { days } = corpus
  const papersOf = (day: string) => corpus.entriesOn(day).map(({ paper }) => paper)
  const all = [...new Set(days.flatMap(day => papersOf(day).map(({ id }) => id)))].sort()

  it('contain every paper and lose none', async () => {
    expect(await store.totals()).toMatchObject({ papers: all.length, days: days.length })
  })

  it.each(orders)('are walked by %s in both directions without a gap or a repeat', async field => {
    const ask = (page: PageRequest) => store.paperList({ field, descending: true }, null, page)
    const forward = await idsIn(ask, 100, false)
    expect(forward.toSorted()).toEqual(all)
    expect(await idsIn(ask, 50, true)).toEqual(forward)
  })

  it('are walked a paper at a time', async () => {
    const ask = (page: PageRequest) =>
      store.paperList(
        { field: 'upvotes', descending: true },
        { from: days.at(-10) ?? '', to: days.at(-1) ?? '' },
        page,
      )
    const whole = await idsIn(ask, 100, false)
    for (const backward of [false, true]) expect(await idsIn(ask, 1, backward)).toEqual(whole)
  })

  it("show each day's papers by votes, ties by id descending", async () => {
    for (const day of days) {
      const expected = papersOf(day)
        .sort((a, b) => (b.upvotes ?? -1) - (a.upvotes ?? -1) || (a.id < b.id ? 1 : -1))
        .map(({ id }) => id)
      expect(
        await idsIn(page => store.papersOn(day, { field: 'upvotes', descending: true }, page), 100, false),
      ).toEqual(expected)
    }
  })

  it('show the papers of the busiest author whole, at any page size and in both directions', async () => {
    const { rows } = await store.entityList('author', { field: 'paperCount', descending: true }, null, {
      size: 1,
      backward: false,
      after: null,
      before: null,
    })
    const author = rows[0]?.node
    const ask = (page: PageRequest) => store.papersOf({ kind: 'author', key: author?.key ?? '' }, true, page)
    const whole = await idsIn(ask, 100, false)
    // What counts of a paper is what its latest day says.
    const latest = new Map(days.flatMap(day => papersOf(day).map(paper => [paper.id, paper])))
    const byHand = [...latest.values()].filter(({ authors }) =>
      authors.some(({ name, hidden }) => !hidden && authorKey(name) === author?.key),
    )
    expect(whole.toSorted()).toEqual(byHand.map(({ id }) => id).sort())
    expect(author?.paperCount).toBe(whole.length)
    for (const size of [1, 7, 20])
      for (const backward of [false, true]) expect(await idsIn(ask, size, backward)).toEqual(whole)
  })
})
