import { expect, it } from 'vitest'
import { matchOf, termsOf, wholeWords, withoutQuotes } from './query-text.ts'

const word = (...words: string[]) => ({ words, isPrefix: true })
const whole = (...words: string[]) => ({ words, isPrefix: false })
const quoted = (...words: string[]) => ({ words, isPrefix: false, isQuoted: true })

it.each([
  ['diffusion Rozière', [word('diffusion'), word('roziere')]],
  ['task-agnostic', [word('task', 'agnostic')]],
  ['"a six word phrase" more', [quoted('a', 'six', 'word', 'phrase'), word('more')]],
  ['“curly quotes”', [quoted('curly', 'quotes')]],
  ['an "open quote', [whole('an'), word('open'), word('quote')]],
  ['GPT-4 of C++', [{ words: ['gpt', '4'], isPrefix: false }, whole('of'), whole('c')]],
  ['Łukasz øre', [word('lukasz'), word('ore')]],
  ['word Word WORD', [word('word')]],
  ['', []],
  ['  ?! *** "" () \u0000', []],
])('reads %j', (text, terms) => {
  expect(termsOf(text)).toEqual(terms)
})

it.each([
  [' "Liu Yang" ', 'Liu Yang'],
  ['“Liu Yang”', 'Liu Yang'],
  ['Liu Yang', 'Liu Yang'],
  ['"aha" moment', '"aha" moment'],
  ['"a" "b"', '"a" "b"'],
  ['"Liu', '"Liu'],
])('%j without its quotes is %j', (text, expected) => {
  expect(withoutQuotes(text)).toBe(expected)
})

it('searches all words as prefixes, whole words first', () => {
  expect(matchOf(termsOf('task-agnostic "as is" of'))).toBe(
    '("task agnostic" OR "task agnostic" * OR "taskagnostic") AND "as is" AND "of"',
  )
  expect(matchOf(termsOf('one two'), 'any')).toBe('("one" OR "one" *) OR ("two" OR "two" *)')
  expect(wholeWords(termsOf('one two'))).toBe('"one" AND "two"')
  expect(matchOf([])).toBe(null)
})

it('looks at so many words and no more', () => {
  const text = Array.from({ length: 5_000 }, (_, i) => `w${i}`).join(' ')
  expect(termsOf(text)).toHaveLength(32)
  expect(termsOf(text.replaceAll(' ', '-'))[0]?.words).toHaveLength(32)
})

it('takes the first eight words as prefixes, and the others as they are', () => {
  const text = Array.from({ length: 10 }, (_, i) => `word${i}`).join(' ')
  expect(termsOf(text).map(({ isPrefix }) => isPrefix)).toEqual([...Array(8).fill(true), false, false])
  expect(termsOf(text)[8]).toEqual(whole('word8'))
})

it('looks at 100 characters of a word, and at 10,000 of a text', () => {
  expect(termsOf('x'.repeat(101))).toEqual([word('x'.repeat(100))])
  expect(termsOf(`${' '.repeat(9_996)}word beyond`)).toEqual([word('word')])
})
