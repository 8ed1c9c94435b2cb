import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { tables } from './tables.ts'
import { searchable, spellingsOf, wordsOf } from './words.ts'

/** Whether an index of these texts, in one column, has what FTS5 is asked for. */
function finds(expression: string, ...texts: string[]): boolean {
  const database = new DatabaseSync(':memory:')
  database.exec(tables)
  database.prepare('INSERT INTO author_words (rowid, name) VALUES (1, ?)').run(searchable(...texts))
  const found = database.prepare('SELECT rowid FROM author_words WHERE author_words MATCH ?').all(expression)
  database.close()
  return found.length > 0
}

it.each([
  ['"yang liu"', true],
  ['"liu wei"', false],
  ['"liu wei" *', false],
  ['"liu" AND "wei"', true],
  ['"wei chen"', true],
])('an index of two names, asked for %s, has it: %j', (expression, isFound) => {
  expect(finds(expression, 'Yang Liu', '?!', 'Wei Chen')).toBe(isFound)
})

it('separates texts by a character that no word has, and stores texts with the same words once', () => {
  expect(searchable('Yang Liu', null, '?!', 'yang-liu', 'Łukasz')).toBe('yang liu \uE000 lukasz')
  expect(searchable('', null)).toBe('')
  expect(wordsOf('a \uE000 b\uE000c').map(({ word }) => word)).toEqual(['a', 'b', 'c'])
})

it('reads no word where normalisation leaves none', () => {
  expect(wordsOf('½ \u0301')).toEqual([
    { word: '1', start: 0, end: 1 },
    { word: '2', start: 0, end: 1 },
  ])
})

it.each([
  ['Jörg Müller', ['Jörg Müller', 'Joerg Mueller']],
  ['Mu\u0308ller', ['Mu\u0308ller', 'Mueller']],
  ['Søren Håkon', ['Søren Håkon', 'Soeren Haakon']],
  ['Åsa Østergaard', ['Åsa Østergaard', 'Aasa Oestergaard']],
  ['Renée Dubois', ['Renée Dubois']],
])('people type %s as %j', (name, spellings) => {
  expect(spellingsOf(name)).toEqual(spellings)
})
