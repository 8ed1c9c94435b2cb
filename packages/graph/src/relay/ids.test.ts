import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeId, encodeId, nodeTypes, printedAuthorId } from './ids.ts'

test('an id stands for a type and a key, whatever the key holds', () => {
  const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
  fc.assert(
    fc.property(fc.constantFrom(...nodeTypes), key, (type, text) => {
      expect(decodeId(encodeId(type, text))).toEqual({ type, key: text })
    }),
  )
})

test('an id never changes', () => {
  expect(encodeId('Paper', '2503.02130')).toBe('UGFwZXI6MjUwMy4wMjEzMA')
})

test('an author has the same id however a paper prints the name', () => {
  const author = { name: 'José Müller-Lüdenscheidt' }
  const id = encodeId('Author', 'jose muller ludenscheidt')
  expect([printedAuthorId(author), printedAuthorId(author)]).toEqual([id, id])
  expect(printedAuthorId({ name: 'Jose Muller Ludenscheidt' })).toBe(id)
})

test('nothing else is taken: another spelling, another type, no key, or garbage', () => {
  const real = encodeId('Paper', '2503.02130')
  const other = Buffer.from('Person:ada').toString('base64url')
  const empty = Buffer.from('Paper:').toString('base64url')
  const bytes = Buffer.from([0x50, 0x61, 0x70, 0x65, 0x72, 0x3a, 0xff]).toString('base64url')
  for (const id of ['', 'bad', '2503.02130', `${real}==`, ` ${real}`, other, empty, bytes]) {
    expect(() => decodeId(id)).toThrow('is not an id of this API')
  }
})

test('any text is accepted or refused, and a refusal echoes little of it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.base64String({ maxLength: 200 })), id => {
      try {
        decodeId(id)
      } catch (error) {
        expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
        expect(String(error).length).toBeLessThan(500)
      }
    }),
  )
})
