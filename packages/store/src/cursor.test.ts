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

const written = (text: string) => Buffer.from(text).toString('base64url')

it.each([
  ['nothing', ''],
  ['an id', '2405.00001'],
  ['another version', written('2|papers|upvotes-|dCNOmK|2405.00001')],
  ['no list', written('1||upvotes-|dCNOmK|2405.00001')],
  ['no order', written('1|papers||dCNOmK|2405.00001')],
  ['no filter', written('1|papers|upvotes-||2405.00001')],
  ['no position', written('1|papers|upvotes-|dCNOmK|')],
  ['four parts', written('1|papers|upvotes-|dCNOmK')],
])('a text with %s is no cursor, whatever list it is asked for', (_, text) => {
  const [, of = '', order = ''] = Buffer.from(text, 'base64url').toString().split('|')
  for (const expected of [list, { ...list, list: of, order }])
    expect(decodeCursor(text, expected)).toEqual({ problem: 'no cursor of this API' })
})

it('is read up to 2,000 characters', () => {
  const start = Buffer.from(encodeCursor(list, ''), 'base64url').length
  const longest = 'x'.repeat(1_500 - start)
  expect(encodeCursor(list, longest)).toHaveLength(2_000)
  expect(decodeCursor(encodeCursor(list, longest), list)).toEqual({ position: longest })
  expect(decodeCursor(encodeCursor(list, `${longest}x`), list)).toEqual({ problem: 'no cursor of this API' })
})

it('never throws, and accepts one spelling of a position', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.base64String({ maxLength: 200 })), text => {
      const decoded = decodeCursor(text, list)
      if ('position' in decoded) expect(encodeCursor(list, decoded.position)).toBe(text)
    }),
  )
})
