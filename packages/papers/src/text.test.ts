import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collapse } from './text.ts'

/** Any UTF-16 there is, lone surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map(units => String.fromCharCode(...units))

test('line breaks, tabs and control characters become one blank', () => {
  expect(collapse('  Attention\n  is\tall\u0000 you\u00a0need \r\n')).toBe('Attention is all you need')
})

test('a lone surrogate is replaced, a pair is kept', () => {
  expect(collapse('a\ud83d b \ud83d\ude00')).toBe('a\ufffd b \u{1f600}')
})

test('what is collapsed stays as it is', () => {
  fc.assert(fc.property(anyText, text => collapse(collapse(text)) === collapse(text)))
})
