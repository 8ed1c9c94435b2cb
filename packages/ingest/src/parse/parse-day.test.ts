import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedAuthor, feedEntry, feedUser } from '../testing/feed-entry.ts'
import { canonicalJson } from './canonical-json.ts'
import { parseDay, parseEntry } from './parse.ts'

const DAY = '2026-03-04'

describe('a day', () => {
  const entry = (upvotes: number, summary = '') => feedEntry({ paper: { upvotes, summary } })

  test('loses only the entries that cannot be read', () => {
    const other = feedEntry({ paper: { id: '2603.00002' } })
    const { entries, problems } = parseDay([null, feedEntry(), { paper: { id: '2603.00003' } }, other], DAY)
    expect(entries.map(({ entry }) => entry.description.id)).toEqual(['2603.00001', '2603.00002'])
    expect(problems.map(({ id }) => id)).toEqual([null, '2603.00003'])
  })

  test('has a paper once: the entry with more upvotes, in any order', () => {
    const entries = [
      entry(3),
      entry(9, 'a'),
      entry(9, 'b'),
      feedEntry({ paper: { id: '2603.00001v2', upvotes: undefined } }),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 4 }), shuffled => {
        expect(parseDay(shuffled, DAY).entries).toEqual(parseDay(entries, DAY).entries)
      }),
    )
    expect(parseDay(entries, DAY).entries).toMatchObject([
      { entry: { counters: { upvotes: 9 }, description: { abstract: 'b' } } },
    ])
  })

  test('has the entry with known upvotes, even none, rather than one with unknown', () => {
    const unknown = feedEntry({ paper: { upvotes: undefined, summary: 'z' } })
    for (const entries of [
      [entry(0, 'a'), unknown],
      [unknown, entry(0, 'a')],
    ]) {
      expect(parseDay(entries, DAY).entries).toMatchObject([{ entry: { counters: { upvotes: 0 } } }])
    }
  })

  test('names the fields that were not known, by path and once', () => {
    const raw = feedEntry({
      brandNew: { inner: 1 },
      submittedBy: { ...feedUser('a'), name: 'a', mood: 1 },
      paper: {
        alsoNew: null,
        authors: [feedAuthor({ name: 'Ann', orcid: 'x' }), feedAuthor({ name: 'Bo', orcid: 'y' })],
      },
    })
    expect(parseDay([raw, raw, null], DAY).unknownFields).toEqual([
      'brandNew',
      'paper.alsoNew',
      'paper.authors.orcid',
      'submittedBy.mood',
    ])
    expect(parseDay([feedEntry()], DAY).unknownFields).toEqual([])
  })

  test('names each paper and what was left out of it', () => {
    expect(parseDay([feedEntry({ numComments: 'x' })], DAY).warnings).toEqual([
      { id: '2603.00001', warning: 'numComments: Invalid input: expected number, received string' },
    ])
  })

  test('counts the entries in which a field of theirs, or an element of it, is of another type', () => {
    const entries = [
      feedEntry({ numComments: '2', organization: 'lab', paper: { ai_keywords: [1, 2, 'three'] } }),
      feedEntry({ organization: { title: 'Lab' }, paper: { ai_keywords: 'one, two', upvotes: -1 } }),
      feedEntry({
        organization: { name: 'lab', avatar: 1 },
        paper: { projectPage: 'no page', upvotes: null },
      }),
    ]
    expect(parseDay(entries, DAY).mistyped).toEqual(
      new Map([
        ['numComments', 1],
        ['paper.ai_keywords', 2],
        ['organization', 2],
      ]),
    )
  })

  test('stores each raw entry without its counters, in canonical order', () => {
    const raw = feedEntry({ brandNew: [1] })
    const rawOf = (entry: unknown) => parseDay([entry], DAY).entries[0]?.raw
    const later = feedEntry({
      brandNew: [1],
      numComments: 9,
      submittedBy: { ...feedUser('sample-user'), name: 'sample-user', followerCount: 8 },
      paper: { upvotes: 99, githubStars: 99 },
    })
    expect(rawOf(raw)).toMatchObject({ brandNew: [1], paper: { id: '2603.00001' } })
    expect(JSON.stringify(rawOf(raw))).toBe(JSON.stringify(rawOf(later)))
    expect(rawOf(later)?.submittedBy).toEqual({
      ...feedUser('sample-user'),
      name: 'sample-user',
      followerCount: undefined,
    })
    expect(rawOf(feedEntry({ submittedBy: undefined }))).not.toHaveProperty('submittedBy')
    expect(JSON.stringify(rawOf(raw))).toBe(canonicalJson(rawOf(raw)))
    expect(parseEntry(rawOf(raw), DAY)).toMatchObject({
      entry: { description: { id: '2603.00001' } },
      warnings: [],
    })
  })
})
