import { printed, readEntry } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { DAY, searching } from '../testing/searching.ts'

const paper = (n: number, title: string, authors: string[], keywords: string[]) =>
  readEntry(`2405.0000${n}`, DAY, {
    description: { title, authors: authors.map(printed), keywords },
    counters: { upvotes: n },
  })

const EVERYTHING = ['paper', 'author', 'organization', 'keyword'] as const

const suggesting = async () => {
  const { suggest } = await searching(
    paper(1, 'Diffusion first', ['Dina Dif'], ['diffusion']),
    paper(2, 'Diffusion second', ['Dina Dif'], ['diffusion', 'differential privacy']),
    paper(3, 'Something else', ['Ada Example'], ['diffusion']),
  )
  return (text: string, limit = 6, among: Parameters<typeof suggest>[1] = EVERYTHING) =>
    suggest(text, among, limit).map(({ kind, text, papers }) => `${kind} ${text} ${papers}`)
}

it('a half-typed word is completed by the names of most papers, then by the titles of most votes', async () => {
  const suggest = await suggesting()
  expect(await suggest('dif')).toEqual([
    'keyword diffusion 3',
    'author Dina Dif 2',
    'keyword differential privacy 1',
    'paper Diffusion second 1',
    'paper Diffusion first 1',
  ])
})

it('names leave titles their half of a short list', async () => {
  const suggest = await suggesting()
  expect(await suggest('dif', 2)).toEqual(['keyword diffusion 3', 'paper Diffusion second 1'])
  expect(await suggest('dif', 0)).toEqual([])
})

it('only the kinds asked for; two letters may go on as the last word alone, and a quoted word never', async () => {
  const suggest = await suggesting()
  expect(await suggest('dif', 6, ['author'])).toEqual(['author Dina Dif 2'])
  expect(await suggest('di fir')).toEqual([])
  expect(await suggest('diffusion fir')).toEqual(['paper Diffusion first 1'])
  expect(await suggest('"diffusio"')).toEqual([])
  expect(await suggest('…')).toEqual([])
})

it('one letter is completed by names alone', async () => {
  const suggest = await suggesting()
  expect(await suggest('d')).toEqual([
    'keyword diffusion 3',
    'author Dina Dif 2',
    'keyword differential privacy 1',
  ])
})
