import { expect, it } from 'vitest'
import * as keys from './keys.ts'

/** Every key of the table by example. */
const examples: [string, unknown, unknown][] = [
  ['paper', keys.paperKey('2405.00001'), { pk: 'P#2405.00001', sk: 'P' }],
  ['old-style paper', keys.paperKey('hep-th/9901001'), { pk: 'P#hep-th/9901001', sk: 'P' }],
  ['raw entry', keys.rawKey('2405.00001', '2024-05-06'), { pk: 'P#2405.00001', sk: 'RAW#2024-05-06' }],
  ['what links a paper', keys.artefactsKey('2405.00001'), { pk: 'P#2405.00001', sk: 'ARTEFACTS' }],
  ['paper on a day', keys.featuringKey('2024-05-06', '2405.00001'), { pk: 'F', sk: '2024-05-06#2405.00001' }],
  ['day', keys.dayKey('2024-05-06'), { pk: 'D', sk: '2024-05-06' }],
  ['weekday without papers', keys.emptyDayKey('2024-12-25'), { pk: 'EMPTY', sk: '2024-12-25' }],
  ['author', keys.entityKey('author', 'ada example'), { pk: 'A', sk: 'ada example' }],
  ['keyword', keys.entityKey('keyword', 'sampling'), { pk: 'K', sk: 'sampling' }],
  ['organization', keys.entityKey('organization', 'lab'), { pk: 'O', sk: 'lab' }],
  ['account', keys.entityKey('account', 'ada'), { pk: 'U', sk: 'ada' }],
  [
    'month of an author',
    keys.monthKey('author', 'ada example', '2024-05'),
    { pk: 'A#ada example', sk: '2024-05' },
  ],
  [
    'run',
    keys.runKey('2024-05-06T11:00:00.000Z', '2024-05-06T10:59:58.000Z'),
    { pk: 'R', sk: '2024-05-06T11:00:00.000Z#2024-05-06T10:59:58.000Z' },
  ],
  [
    'changes of a step',
    keys.changesKey('2024-05-06T11:00:00.000Z'),
    { pk: 'C', sk: '2024-05-06T11:00:00.000Z' },
  ],
  ['last steps', keys.stepsKey, { pk: 'STEPS', sk: '.' }],
  ['forgotten person', keys.forgottenKey('ada example'), { pk: 'FORGOTTEN', sk: 'ada example' }],
  ['votes', keys.counterSort(42, '2405.00001'), '0000042#2405.00001'],
  ['unknown votes', keys.counterSort(null, '2405.00001'), '-------#2405.00001'],
  [
    'arXiv date',
    keys.publishedSort('2024-05-01T17:59:59.000Z', '2405.00001'),
    '2024-05-01T17:59:59.000Z#2405.00001',
  ],
  ['heat', keys.trendingSort(8, '2024-05-06', '2405.00001'), '0013235.666667#2405.00001'],
  ['gain', keys.gainSort(42, '2405.00001'), '0000042#2405.00001'],
  ['paper count', keys.countSort(17, 'ada example'), '0000017#ada example'],
]

it.each(examples)('%s', (_, made, shown) => expect(made).toEqual(shown))

it('unknown votes sort below none, and more votes above fewer', () => {
  const sorts = [null, 0, 9, 10, 1_000].map(votes => keys.counterSort(votes, '2405.00001'))
  expect(sorts.toSorted()).toEqual(sorts)
})

it('the tie-break of a sort string is all that follows its first mark', () => {
  expect(keys.tieOf(keys.counterSort(3, 'hep-th/9901001'))).toBe('hep-th/9901001')
})

it('no key of a paper, a day or a run is taken for that of an entity', () => {
  expect(
    [keys.paperKey('A'), keys.dayKey('2024-05-06'), { pk: keys.RUNS, sk: 'x' }].some(keys.isEntityKey),
  ).toBe(false)
})

it('entities, their months and the spellings of their names are derived from entities', () => {
  for (const kind of ['author', 'keyword', 'organization', 'account'] as const) {
    expect(keys.isEntityKey(keys.entityKey(kind, 'x'))).toBe(true)
    expect(keys.isEntityKey(keys.monthKey(kind, 'x', '2024-05'))).toBe(true)
  }
  expect(keys.isEntityKey(keys.spellingsKey('author'))).toBe(true)
})
