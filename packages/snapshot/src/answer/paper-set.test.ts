import { printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { publishSnapshot } from '../build/publish.ts'
import { openNewest } from '../open/open.ts'
import { folderPlace } from '../places/folder.ts'
import { filledTable } from '../testing/corpus.ts'
import { emptyFolder } from '../testing/folder.ts'
import type { PaperFilter } from './filter.ts'

const paper = (n: number, day: string, keywords: string[], organization: string | null = null) =>
  readEntry(`2405.0000${n}`, day, {
    description: {
      keywords,
      authors: [printed('Ada Example'), printed('ada éxample'), printed(`Only ${n}`)],
      organization: organization === null ? null : { name: organization, fullName: null, avatar: null },
      code: n === 1 ? { url: 'https://github.com/a/b', addedBy: null } : null,
    },
  })

async function counting() {
  const { corpus } = await filledTable([
    reading(
      '2023-12-29',
      '2023-12-29T20:00:00.000Z',
      paper(1, '2023-12-29', ['agents', 'Agents', '🦙'], 'lab'),
      paper(2, '2023-12-29', []),
    ),
    reading(
      '2024-05-06',
      '2024-05-06T20:00:00.000Z',
      paper(3, '2024-05-06', ['sampling', 'agents', 'ﬀ'], 'Lab'),
    ),
  ])
  const place = folderPlace(await emptyFolder())
  await publishSnapshot(corpus, place, '2024-05-06T21:00:00.000Z')
  return openNewest(place)
}

it('counts each paper once for what it has, most papers first, ties by key', async () => {
  const { paperSet } = await counting()
  const top = (filter: PaperFilter, kind: 'keyword' | 'organization', limit: number) =>
    paperSet(filter)
      .top(kind, limit)
      .map(({ key, papers }) => [key, papers])
  expect(top({}, 'keyword', 10)).toEqual([
    ['agents', 2],
    ['ff', 1],
    ['sampling', 1],
    ['🦙', 1],
  ])
  expect(top({}, 'keyword', 2)).toEqual([
    ['agents', 2],
    ['ff', 1],
  ])
  expect(top({}, 'keyword', 0)).toEqual([])
  expect(top({ hasCode: true }, 'keyword', 1)).toEqual([['agents', 1]])
  expect(top({}, 'organization', 1)).toEqual([['lab', 2]])
  expect(top({ text: 'nowhere' }, 'keyword', 10)).toEqual([])
})

it('counts the years and distinct names of some papers, and of none', async () => {
  const { paperSet } = await counting()
  expect(paperSet({}).years()).toEqual([
    { year: 2024, papers: 1, missingDays: expect.any(Number) },
    { year: 2023, papers: 2, missingDays: expect.any(Number) },
  ])
  expect(paperSet({}).summary()).toMatchObject({ papers: 3, authors: 4, keywords: 4, organizations: 1 })
  expect(paperSet({ hasCode: true }).summary()).toMatchObject({ papers: 1, authors: 2, withCode: 1 })
  expect(paperSet({ text: 'nowhere' }).years()).toEqual([])
  expect(paperSet({ text: 'nowhere' }).summary()).toEqual({
    papers: 0,
    authors: 0,
    keywords: 0,
    organizations: 0,
    withCode: 0,
    withModels: 0,
    withDatasets: 0,
    withSpaces: 0,
    withProjectPage: 0,
    withAiSummary: 0,
  })
})
