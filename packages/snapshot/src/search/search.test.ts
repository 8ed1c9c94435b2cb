import { printed, readEntry } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { DAY, page, searching } from '../testing/searching.ts'

const paper = (n: number, authors: string[], keywords: string[]) =>
  readEntry(`2405.0000${n}`, DAY, {
    description: {
      authors: authors.map(printed),
      keywords,
      organization: { name: 'google', fullName: 'Google', avatar: null },
    },
  })

const papers = [
  paper(1, ['Yang Liu', 'Wei Chen'], ['agents', 'reinforcement learning']),
  paper(2, ['Liu Yang', "Sean O'Neil"], ['reinforcement learning', 'agents']),
  paper(3, ['Da Liu Yang'], []),
  paper(4, ['Da Liu Yang'], []),
]

it('a phrase goes over no border between two names, nor between a name and its key', async () => {
  const { found } = await searching(...papers)
  expect(found('paper', '"wei chen"')).toEqual(['2405.00001'])
  expect(found('paper', 'liu wei')).toEqual(['2405.00001'])
  for (const phrase of ['"liu wei"', 'liu-wei', '"agents reinforcement"'])
    expect(found('paper', phrase), phrase).toEqual([])
  expect(found('author', '"chen wei"')).toEqual([])
  expect(found('keyword', '"learning reinforcement"')).toEqual([])
  expect(found('organization', '"google google"')).toEqual([])
  expect(found('organization', '"google"')).toEqual(['google'])
})

it('a phrase of a filter goes over none either', async () => {
  const { paperList } = await searching(...papers)
  const filtered = (text: string) =>
    paperList({ text }, { field: 'featuredOn', descending: false }, page).rows.map(({ node }) => node)
  expect(filtered('"wei chen"')).toEqual(['2405.00001'])
  expect(filtered('"liu wei"')).toEqual([])
  expect(filtered('"learning agents"')).toEqual([])
})

it('an author is found by the printed name and by its key', async () => {
  const { found } = await searching(...papers)
  for (const query of ["O'Neil", 'oneil', '"sean oneil"'])
    expect(found('author', query), query).toEqual(['sean oneil'])
})

it('the author with exactly the searched name comes first, in quotes or not', async () => {
  const { found } = await searching(...papers)
  for (const query of ['"Liu Yang"', 'Liu Yang'])
    expect(found('author', query).slice(0, 2), query).toEqual(['liu yang', 'da liu yang'])
})

it('a misspelled name is replaced by the only name it can be, and the result shows it', async () => {
  const { search, found } = await searching(
    paper(1, ['Geoffrey Hinton'], ['distillation']),
    paper(2, ['Yoshua Bengio', 'Samy Bengio'], []),
    paper(3, ['Jane Zhang'], []),
    paper(4, ['Jane Zheng'], []),
  )
  const corrected = (text: string, kind: 'author' | 'keyword' = 'author') =>
    search({ kind, text }).correctedText
  expect(corrected('Geofrey Hintno')).toBe('geoffrey hinton')
  expect(found('author', 'Geofrey Hintno')).toEqual(['geoffrey hinton'])
  expect(corrected('Bengoi')).toBe('bengio')
  expect(corrected('distilation', 'keyword')).toBe('distillation')
  // Either of two, no name as a whole, and quoted.
  for (const text of ['Zhung', 'Yoshua Hintno', '"Hintno"', 'Hinton'])
    expect(corrected(text), text).toBe(null)
})
