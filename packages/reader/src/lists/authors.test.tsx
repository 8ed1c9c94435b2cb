import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Authors } from './authors.tsx'

const shown = (totalCount: number, wanted: string[], isMarked = false) =>
  renderToString(
    <Authors
      authors={{ totalCount, nodes: ['Ada B', 'Cy D'].map(name => ({ name, ref: name.toLowerCase() })) }}
      wanted={wanted}
      isMarked={isMarked}
    />,
  ).replace(/<(?!\/?mark)[^>]+>/g, '')

it.each([
  [2, [], 'Ada B and Cy D'],
  [9, [], 'Ada B, Cy D and 7 more'],
  [9, ['Zoë F'], 'Ada B, Cy D, …, Zoë F and 6 more'],
  [3, ['Zoë F'], 'Ada B, Cy D and Zoë F'],
  [9, ['ADA B.'], 'Ada B, Cy D and 7 more'],
])('of %i authors, with %j wanted', (total, wanted, expected) => {
  expect(shown(total, wanted)).toBe(expected)
})

it('marks the names that a search found', () => {
  expect(shown(9, ['cy d', 'Zoë F'], true)).toBe('Ada B, <mark>Cy D</mark>, …, <mark>Zoë F</mark> and 6 more')
})
