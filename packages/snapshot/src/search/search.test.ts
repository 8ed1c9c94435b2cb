import { join } from 'node:path'
import { printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { expect, it, onTestFinished } from 'vitest'
import { buildSnapshot } from '../build/build.ts'
import { questionsOf } from '../open/questions.ts'
import { openDatabase } from '../sql/database.ts'
import { filledTable } from '../testing/corpus.ts'
import { emptyFolder } from '../testing/folder.ts'
import type { SearchKind } from './search.ts'

const DAY = '2024-05-06'
const paper = (n: number, authors: string[], keywords: string[]) =>
  readEntry(`2405.0000${n}`, DAY, {
    description: {
      authors: authors.map(printed),
      keywords,
      organization: { name: 'google', fullName: 'Google', avatar: null },
    },
  })

const page = { size: 10, backward: false, after: null, before: null }

async function searching() {
  const { corpus } = await filledTable([
    reading(
      DAY,
      `${DAY}T20:00:00.000Z`,
      paper(1, ['Yang Liu', 'Wei Chen'], ['agents', 'reinforcement learning']),
      paper(2, ['Liu Yang', "Sean O'Neil"], ['reinforcement learning', 'agents']),
      paper(3, ['Da Liu Yang'], []),
      paper(4, ['Da Liu Yang'], []),
    ),
  ])
  const file = join(await emptyFolder(), 'snapshot.sqlite')
  await buildSnapshot(corpus, file)
  const database = openDatabase(file)
  onTestFinished(() => database.close())
  const questions = questionsOf(database, DAY)
  return {
    found(kind: SearchKind, query: string): string[] {
      return questions
        .search({ kind, text: query })
        .page(page)
        .rows.filter(({ node }) => node.hasAllWords)
        .map(({ node }) => node.key)
    },
    filtered: (text: string) =>
      questions
        .paperList({ text }, { field: 'featuredOn', descending: false }, page)
        .rows.map(({ node }) => node),
  }
}

it('a phrase goes over no border between two names, nor between a name and its key', async () => {
  const { found } = await searching()
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
  const { filtered } = await searching()
  expect(filtered('"wei chen"')).toEqual(['2405.00001'])
  expect(filtered('"liu wei"')).toEqual([])
  expect(filtered('"learning agents"')).toEqual([])
})

it('an author is found by the name as it is printed and by its key', async () => {
  const { found } = await searching()
  for (const query of ["O'Neil", 'oneil', '"sean oneil"'])
    expect(found('author', query), query).toEqual(['sean oneil'])
})

it('the author whose whole name is asked for comes first, in quotes or not', async () => {
  const { found } = await searching()
  for (const query of ['"Liu Yang"', 'Liu Yang'])
    expect(found('author', query).slice(0, 2), query).toEqual(['liu yang', 'da liu yang'])
})
