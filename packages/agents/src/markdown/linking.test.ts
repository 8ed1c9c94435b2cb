import { expect, test } from 'vitest'
import { linkedBy, linkingLines } from './linking.ts'

const unknown = { models: null, datasets: null, spaces: null }
const top = (...ids: string[]) => ids.map(id => ({ id }))

test('what links a paper is named by kind, with how many there are', () => {
  const paper = {
    models: { totalCount: 12, top: top('lab/a', 'lab/b', 'lab/c') },
    datasets: { totalCount: 1, top: top('lab/set') },
    spaces: { totalCount: 0, top: [] },
  }
  expect(linkingLines(paper, 2)).toEqual([
    'Models that link it: 12, such as lab/a, lab/b',
    'Datasets that link it: 1, lab/set',
  ])
  expect(linkedBy(paper, 2)).toEqual(['models/lab/a', 'models/lab/b', 'datasets/lab/set'])
})

test('totals that were not read are unknown, and zero is none', () => {
  expect([linkingLines(unknown, 2), linkedBy(unknown, 2)]).toEqual([[], null])
  expect(linkedBy({ ...unknown, models: { totalCount: 0, top: [] } }, 2)).toEqual([])
})
