import fc from 'fast-check'
import { expect, it } from 'vitest'
import { snippetOf } from './snippet.ts'

const text = 'We study many things at length, and then diffusion models, and then other things again.'
const range = { start: text.indexOf('diffusion'), end: text.indexOf('diffusion') + 9 }

it('cuts a text around the first words found, between words', () => {
  const cut = snippetOf({ text, ranges: [range] }, 40)
  expect(cut.text).toMatch(/^…\S.*diffusion.*[^\s,]…$/)
  const [found] = cut.ranges
  expect(cut.text.slice(found?.start, found?.end)).toBe('diffusion')
})

it('does not cut a short text', () => {
  expect(snippetOf({ text, ranges: [range] }, 200)).toEqual({ text, ranges: [range] })
})

it('is never longer than asked, and its ranges lie within it', () => {
  const cases = fc.tuple(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    fc.nat(),
    fc.nat(20),
    fc.integer({ min: 40, max: 120 }),
  )
  fc.assert(
    fc.property(cases, ([text, at, size, length]) => {
      const start = at % text.length
      const cut = snippetOf({ text, ranges: [{ start, end: Math.min(text.length, start + size) }] }, length)
      expect(cut.text.length).toBeLessThanOrEqual(length)
      for (const { start, end } of cut.ranges) {
        expect(start).toBeLessThanOrEqual(end)
        expect(end).toBeLessThanOrEqual(cut.text.length)
      }
    }),
  )
})
