import { printed, readEntry } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { DAY, searching } from '../testing/searching.ts'

const crowd = Array.from({ length: 16 }, (_, i) => printed(`Author ${i}`))
const paper = (n: number, abstract: string, authors = [printed(`Only ${n}`)]) =>
  readEntry(`2405.0000${n}`, DAY, { description: { title: `T${n}`, abstract, authors, keywords: [] } })

it('papers on the same matter are neighbours, and the authors of another matter are none', async () => {
  const images = 'diffusion models generate images from noise'
  const proofs = 'formal proofs of theorems by language models'
  const { similar } = await searching(
    ...[1, 2, 3, 4].map(n => paper(n, images, n === 1 ? crowd : undefined)),
    ...[5, 6, 7, 8].map(n => paper(n, proofs, n === 5 ? crowd : undefined)),
  )
  const neighbours = similar('2405.00001', 10)
  expect(neighbours.slice(0, 3).map(({ id }) => id)).toEqual(['2405.00004', '2405.00003', '2405.00002'])
  // Of all who share authors or a word, those who share the matter come far before.
  const namesake = neighbours.find(({ id }) => id === '2405.00005')
  expect(namesake?.score ?? 0).toBeLessThan(0.5)
  expect(similar('2405.00009', 10)).toEqual([])
})
