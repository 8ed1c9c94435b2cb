import fc from 'fast-check'

/** Any UTF-16 there is, lone surrogates included, and what hurts most often. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map(units => String.fromCharCode(...units)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('é', '\u0301', '#', '~', '|', '/', '%', ' ', '\0', '\uffff', 'が') }),
  fc.string({ minLength: 1, maxLength: 20 }).map(text => text.repeat(200)),
  fc.constantFrom('', '__proto__', 'constructor', 'null', '-5', '1e9', 'NaN', '../..', "' OR 1=1"),
)

const digits = (most: number) => fc.integer({ min: 0, max: most }).map(String)

/** Strings in the form of dates, weeks, months and instants, many of which do not exist. */
export const anyDate: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(digits(10_000), digits(14), digits(33)).map(parts => parts.join('-')),
  fc
    .tuple(digits(9_999), digits(14), digits(33))
    .map(([y, m, d]) => `${y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`),
  fc.tuple(digits(9_999), digits(55)).map(([y, w]) => `${y.padStart(4, '0')}-W${w.padStart(2, '0')}`),
  fc.tuple(digits(9_999), digits(14)).map(([y, m]) => `${y.padStart(4, '0')}-${m.padStart(2, '0')}`),
  fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
)

/** Numbers that are sizes, and that are none. */
export const anySize: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer(),
  fc.constantFrom(-1, 0, 100, 101, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 1e300, 0.5, null),
)

/** Any JSON value at all. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  anyDate,
  anySize,
  fc.jsonValue({ maxDepth: 2 }),
)

/** A text with one place changed, left out or doubled, or cut. */
export const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(Math.max(0, text.length - 1)), fc.constantFrom('', 'A', '_', '=', 'é'), fc.boolean())
    .map(([at, put, cut]) => text.slice(0, at) + put + (cut ? '' : text.slice(at + 1)))
