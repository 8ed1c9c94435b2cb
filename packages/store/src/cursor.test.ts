import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'

const list = { list: 'papers', order: 'upvotes-', filter: 'null' }
const position = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 })

it('reads back every position that it was made of', () => {
  fc.assert(
    fc.property(position, fc.string(), (at, filter) => {
      const of = { ...list, filter }
      expect(decodeCursor(encodeCursor(of, at), of)).toEqual({ position: at })
    }),
  )
})

it('is short, and needs no escaping in a URL', () => {
  const cursor = encodeCursor(list, '2024-05-06#2405.00001')
  expect(cursor).toMatch(/^[\w-]{1,80}$/)
})

it.each([
  [{ ...list, list: 'days' }, 'another list'],
  [{ ...list, order: 'upvotes+' }, 'another order'],
  [{ ...list, filter: '{"week":"2024-W01"}' }, 'another parent or filter'],
])('is refused in %o, with the reason', (other, reason) => {
  expect(decodeCursor(encodeCursor(list, 'x'), other)).toEqual({ problem: expect.stringContaining(reason) })
})

it('decodes only what it encodes', () => {
  const real = encodeCursor(list, '2024-05-06#2405.00001')
  const forms = [`${real}=`, `${real} `, real.slice(0, -1), `${real}A`, `-${real}`, real.replace(/.$/, '+')]
  for (const text of ['', 'null', '-5', 'x'.repeat(3_000), ...forms]) {
    const decoded = decodeCursor(text, list)
    // A shortened or lengthened cursor may be that of another position; then it is exactly what that one is written as.
    if ('position' in decoded) expect(encodeCursor(list, decoded.position)).toBe(text)
    else expect(decoded.problem).not.toBe('')
  }
})

it('never throws, and accepts one spelling of a position', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.base64String({ maxLength: 200 })), text => {
      const decoded = decodeCursor(text, list)
      if ('position' in decoded) expect(encodeCursor(list, decoded.position)).toBe(text)
    }),
  )
})
