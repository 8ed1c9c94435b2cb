import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountKey, authorKey, keywordKey, organizationKey, shownName } from './names.ts'

/** Any UTF-16 there is, lone surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map(units => String.fromCharCode(...units))

const text = fc.oneof(
  anyText,
  fc.string({
    unit: fc.constantFrom(
      'é',
      'e\u0301',
      'Ł',
      'ø',
      'İ',
      'Σ',
      '.',
      '’',
      '-',
      ' ',
      '#',
      '~',
      'が',
      '王',
      '\u200d',
      '\u0000',
    ),
  }),
  fc.tuple(anyText, fc.integer({ min: 20, max: 60 })).map(([part, times]) => part.repeat(times)),
)

describe.each([
  ['author', authorKey],
  ['keyword', keywordKey],
  ['organization', organizationKey],
  ['account', accountKey],
])('the key of an %s', (_, keyOf) => {
  test('can be stored, whatever the name', () => {
    fc.assert(
      fc.property(text, name => {
        const key = keyOf(name)
        expect(key).not.toBe('')
        expect(key).not.toMatch(/[#\p{Cc}\p{Cs}]/u)
        expect(Buffer.byteLength(key)).toBeLessThanOrEqual(512)
        expect(key).toBe(key.trim())
      }),
    )
  })

  test('is its own key', () => {
    const escaped = /~/
    fc.assert(
      fc.property(text, name => {
        const key = keyOf(name)
        return escaped.test(key) || keyOf(key) === key
      }),
    )
  })

  test('is its own key for every single character of Unicode', () => {
    const unstable: string[] = []
    for (let point = 0; point <= 0x2ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const key = keyOf(`a${String.fromCodePoint(point)}b`)
      if (keyOf(key) !== key) unstable.push(point.toString(16))
    }
    expect(unstable).toEqual([])
  })

  test('does not depend on case, Unicode form or white space around it', () => {
    fc.assert(
      fc.property(
        text,
        name =>
          keyOf(`  ${name.normalize('NFD')}\n`) === keyOf(`${name.normalize('NFC')} `) ||
          keyOf(name).startsWith('~'),
      ),
    )
    expect(keyOf('SAMPLE')).toBe(keyOf('sample'))
  })

  test('tells long names apart that begin alike', () => {
    expect(keyOf(`${'x'.repeat(600)}a`)).not.toBe(keyOf(`${'x'.repeat(600)}b`))
  })

  test('of up to 512 bytes is whole, and a longer one ends in a hash at that length', () => {
    expect(keyOf('x'.repeat(512))).toBe('x'.repeat(512))
    expect(keyOf('x'.repeat(513))).toMatch(/^x{495}~[0-9a-f]{16}$/)
  })

  test('tells names apart of which nothing is left', () => {
    const keys = ['', ' ', '\u0000', '\t'].map(keyOf)
    expect(new Set(keys).size).toBe(4)
    expect(keys.every(key => key.startsWith('~'))).toBe(true)
  })
})

test.each([
  ['José Núñez', 'jose nunez'],
  ['Łukasz Żółć', 'lukasz zolc'],
  ['Søren Ærø', 'soren aero'],
  ['Þór Đorđe', 'thor dorde'],
  ['Weiß', 'weiss'],
  ['IŞIK Işık', 'isik isik'],
  ['J. R. Sample', 'j r sample'],
  ['O’Sample', 'osample'],
  ["O'Sample", 'osample'],
  ['O´Sample', 'osample'],
  ['Anne-Marie\u2010Sample', 'anne marie sample'],
  ['  Anne\n Marie\u00a0Sample', 'anne marie sample'],
  ['Ann~Sample', 'ann sample'],
  ['王小明', '王小明'],
  ['ガガ', 'ガガ'],
  ['김철수', '김철수'],
  ['Ａｂ', 'ab'],
  ['Йод', 'иод'],
  ['Σόλων ΤΕΛΟΣ', 'σολων τελοσ'],
  ['a#b', 'a♯b'],
])('%s prints under the author key %s', (name, key) => {
  expect(authorKey(name)).toBe(key)
})

test('characters that nobody sees do not tell keywords apart', () => {
  expect(keywordKey('multi\u00admodal\u200b')).toBe('multimodal')
})

test('an author of dots alone still has a key of its own', () => {
  expect(authorKey('...')).toBe('~...')
  expect(authorKey('--')).toBe('~--')
})

test('vowel signs that spell a name are kept', () => {
  expect(authorKey('कि')).not.toBe(authorKey('का'))
})

test.each([
  ['Chain-of-Thought', 'chain of thought'],
  ['vision--language  models', 'vision language models'],
  ['Model-2.5', 'model 2.5'],
  ['C#', 'c♯'],
  ['C++', 'c++'],
])('%s has the keyword key %s', (keyword, key) => {
  expect(keywordKey(keyword)).toBe(key)
})

test('a handle keeps its hyphens, dots and underscores', () => {
  expect(accountKey('Sample_User-3.x')).toBe('sample_user-3.x')
  expect(organizationKey('Sample-Lab')).toBe('sample-lab')
})

test('the shown name is on one line and in compatibility form', () => {
  expect(shownName(' Ｊosé\n  Sample ')).toBe('José Sample')
})

test('plain names have the key that all the rules give them', () => {
  const letters = fc.constantFrom(..."abcXYZ019 .'-")
  const plain = fc.string({ unit: letters, maxLength: 30 }).map(rest => `A${rest}`)
  // An invisible character makes a name that only all the rules can fold.
  fc.assert(fc.property(plain, name => authorKey(name) === authorKey(`\u200b${name}`)))
})
