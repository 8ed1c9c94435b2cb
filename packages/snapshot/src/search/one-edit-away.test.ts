import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isOneEditAway, oneEditAwayIn } from './one-edit-away.ts'

it.each([
  ['difusion', 'diffusion', true],
  ['diffusionn', 'diffusion', true],
  ['diffuzion', 'diffusion', true],
  ['diffsuion', 'diffusion', true],
  ['diffusion', 'diffusion', false],
  ['dfusion', 'diffusion', false],
  ['diffusino', 'diffusions', false],
])('from %s to %s in one edit: %s', (a, b, expected) => {
  expect(isOneEditAway(a, b)).toBe(expected)
})

it('finds among prepared words the same as by comparing with each', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 5, maxLength: 7 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 200 }), word, (words, asked) => {
      const found = oneEditAwayIn(words.map(word => ({ word, papers: 1 })))(asked)
      const compared = words.filter(word => isOneEditAway(asked, word))
      expect(found.map(({ word }) => word).toSorted()).toEqual(compared.toSorted())
    }),
  )
})
