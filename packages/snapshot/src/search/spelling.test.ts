import { expect, it } from 'vitest'
import { isOneEditAway } from './spelling.ts'

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
