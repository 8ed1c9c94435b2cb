import fc from 'fast-check'
import { parse, parseValue, validate } from 'graphql'
import { expect, test } from 'vitest'
import { DateScalar, DateTimeScalar, URLScalar } from './scalars.ts'
import { schema } from './schema.ts'

const refused = { extensions: { code: 'BAD_USER_INPUT' } }

/** The result of a value as a variable and as a literal. Both must agree. */
function read(scalar: typeof DateScalar, text: string): unknown {
  const asLiteral = () => scalar.parseLiteral(parseValue(JSON.stringify(text)))
  try {
    const asVariable = scalar.parseValue(text)
    expect(asLiteral()).toBe(asVariable)
    return asVariable
  } catch (error) {
    expect(error).toMatchObject(refused)
    expect(asLiteral).toThrow()
    return null
  }
}

test.each(['2024-02-29', '2023-05-04', '2026-12-31'])('Date takes the day %s', day => {
  expect(read(DateScalar, day)).toBe(day)
})

test.each([
  '2023-02-30',
  '2024-1-5',
  'Fri Jan 05 2024',
  '2024-01-05T00:00:00Z',
  '20240105',
  '',
  ' 2024-01-05',
])('Date refuses %j', text => {
  expect(read(DateScalar, text)).toBeNull()
})

test.each([
  ['2024-03-12T08:30:00Z', '2024-03-12T08:30:00.000Z'],
  ['2024-03-12T08:30:00.5+02:00', '2024-03-12T06:30:00.500Z'],
  ['2024-03-12T23:30:00-01:00', '2024-03-13T00:30:00.000Z'],
])('DateTime takes %s as %s', (text, instant) => {
  expect(read(DateTimeScalar, text)).toBe(instant)
})

test.each([
  '2024-03-12',
  '2024-03-12T08:30:00',
  '2024-03-12 08:30:00Z',
  '2023-02-30T08:30:00Z',
  '2024-03-12T24:00:00Z',
  '1710232200',
])('DateTime refuses %j', text => {
  expect(read(DateTimeScalar, text)).toBeNull()
})

test('URL takes absolute http and https URLs alone', () => {
  expect(read(URLScalar, 'https://example.org/a?b#c')).toBe('https://example.org/a?b#c')
  for (const text of ['/a', 'example.org', 'javascript:alert(1)', 'ftp://example.org', 'https://']) {
    expect(read(URLScalar, text)).toBeNull()
  }
})

test('no value of another type is taken', () => {
  const values = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()), fc.object())
  fc.assert(
    fc.property(values, value => {
      for (const scalar of [DateScalar, DateTimeScalar, URLScalar]) {
        expect(() => scalar.parseValue(value)).toThrow(/: write /)
      }
    }),
    { examples: [[{ toString: [] }]] },
  )
  for (const literal of ['5', 'true', '[]', '{}', 'DAY']) {
    expect(() => DateScalar.parseLiteral(parseValue(literal))).toThrow('is no Date')
  }
})

test.each([
  ['{ day(date: "2026-02-30") { date } }', { line: 1, column: 13 }],
  ['{ day(date: 20260230) { date } }', { line: 1, column: 13 }],
  ['{ days(between: { days: {\n from: "May" } }) { totalCount } }', { line: 2, column: 8 }],
  ['{ changes(since: "2024-05-06T25:00:00Z") { pageInfo { endCursor } } }', { line: 1, column: 18 }],
  ['query ($d: Date = "x") { day(date: $d) { date } }', { line: 1, column: 19 }],
])('the error of a wrong literal tells where it stands: %s', (query, location) => {
  const errors = validate(schema, parse(query))
  expect(errors.map(error => error.toJSON())).toMatchObject([
    { ...refused, message: expect.stringMatching(/ is no Date/), locations: [location] },
  ])
})
