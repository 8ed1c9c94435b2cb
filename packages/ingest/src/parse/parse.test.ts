import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedEntry } from '../testing/feed-entry.ts'
import { parseDay, parseEntry } from './parse.ts'

const DAY = '2026-03-04'

/** The parsed entry, and what was left out. */
function read(...overrides: Parameters<typeof feedEntry>) {
  const parsed = parseEntry(feedEntry(...overrides), DAY)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return { ...parsed.entry, warnings: parsed.warnings }
}

test('an entry is read whole', () => {
  expect(parseEntry(feedEntry(), DAY)).toEqual({
    warnings: [],
    mistyped: [],
    entry: {
      description: {
        id: '2603.00001',
        title: 'A Sample of Everything',
        abstract: 'We present a sample.',
        publishedAt: '2026-03-02T00:00:00.000Z',
        withdrawnAt: null,
        authors: [
          { name: 'Ann Sample', account: null, claim: null },
          { name: 'Bo Sample', account: null, claim: null },
        ],
        keywords: ['sampling', 'everything'],
        aiSummary: { text: 'A sample is presented.', model: 'sample-model' },
        organization: {
          name: 'sample-lab',
          fullName: 'Sample Lab',
          avatar: 'https://cdn-avatars.huggingface.co/v1/sample-lab.png',
        },
        code: { url: 'https://github.com/sample-lab/everything', addedBy: 'user' },
        projectPage: 'https://sample-lab.example/everything',
        thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2603.00001.png',
        media: ['https://cdn-uploads.huggingface.co/sample/1.png'],
        discussionId: '0000000000000000000000d0',
      },
      featuring: {
        day: DAY,
        submittedAt: '2026-03-04T00:00:00.000Z',
        submitter: {
          username: 'sample-user',
          fullName: 'The sample-user',
          avatar: 'https://huggingface.co/avatars/sample-user.svg',
        },
        authorParticipates: false,
      },
      counters: { upvotes: 12, comments: 2, githubStars: 34 },
    },
  })
})

test('an entry with only required fields is read, and the rest is null, never zero', () => {
  const entry = { paper: { id: '2403.00001', title: 'T', authors: [], publishedAt: '2024-03-01T00:00:00Z' } }
  expect(parseEntry(entry, DAY)).toMatchObject({
    warnings: [],
    entry: {
      description: {
        abstract: '',
        authors: [],
        keywords: [],
        aiSummary: null,
        organization: null,
        code: null,
        media: [],
      },
      featuring: { day: DAY, submittedAt: null, submitter: null, authorParticipates: null },
      counters: { upvotes: null, comments: null, githubStars: null },
    },
  })
})

describe('the days', () => {
  test('the day is the one that was asked for, whatever the dates inside say', () => {
    expect(read({ publishedAt: '2025-01-01T00:00:00.000Z' }).featuring.day).toBe(DAY)
  })

  test("the date of publication is the inner one, arXiv's, in UTC with milliseconds", () => {
    const { description } = read({
      publishedAt: '2025-01-01T00:00:00Z',
      paper: { publishedAt: '2026-03-02T01:00:00+02:00' },
    })
    expect(description.publishedAt).toBe('2026-03-01T23:00:00.000Z')
  })
})

describe('text', () => {
  test('line breaks are collapsed, lone surrogates replaced, LaTeX and emoji kept', () => {
    const { description } = read({
      paper: { title: ' A\n  $\\alpha$ \u{1f600} \ud83d', summary: 'One.\nTwo.' },
    })
    expect(description.title).toBe('A $\\alpha$ \u{1f600} \ufffd')
    expect(description.abstract).toBe('One. Two.')
  })

  test('the abstract is the outer one when the inner is absent', () => {
    expect(read({ summary: 'Outer.', paper: { summary: undefined } }).description.abstract).toBe('Outer.')
  })

  test('keywords are collapsed and kept once, in their first form', () => {
    const ai_keywords = ['Chain-of-Thought', ' ', 'chain of\n thought', 'tuning', '']
    expect(read({ paper: { ai_keywords } }).description.keywords).toEqual(['Chain-of-Thought', 'tuning'])
  })
})

describe('the submitter', () => {
  test('is the outer account, else the inner one, by either name of the handle', () => {
    const inner = (submittedOnDailyBy: unknown) =>
      read({ submittedBy: undefined, paper: { submittedOnDailyBy } })
    expect(inner({ user: 'ann', name: 'Ann' }).featuring.submitter?.username).toBe('ann')
    expect(inner({ name: 'ann' }).featuring.submitter?.username).toBe('ann')
    expect(read({ submittedBy: { fullname: 'Nobody' } }).featuring.submitter?.username).toBe('sample-user')
    expect(inner(undefined).featuring.submitter).toBeNull()
  })
})

describe('the organization', () => {
  test.each([
    ['outer', { organization: { name: 'lab' }, paper: { organization: undefined } }],
    ['inner', { organization: undefined, paper: { organization: { name: 'lab' } } }],
    [
      'inner when the outer has no name',
      { organization: { fullname: 'Lab' }, paper: { organization: { name: 'lab' } } },
    ],
    [
      'submitter’s',
      { organization: undefined, submitterOrganization: { name: 'lab' }, paper: { organization: undefined } },
    ],
  ])('may be the %s one', (_, overrides) => {
    expect(read(overrides).description.organization).toEqual({ name: 'lab', fullName: null, avatar: null })
  })
})

test.each([['many'], [-1], [1.5], [null], [true], [[3]]])('%j upvotes are an unknown number', upvotes => {
  expect(read({ paper: { upvotes } }).counters.upvotes).toBeNull()
})

test('a malformed optional field is reported and does not harm the others', () => {
  const { counters, warnings } = read({ numComments: {}, paper: { upvotes: 'many' } })
  expect(counters).toEqual({ upvotes: null, comments: null, githubStars: 34 })
  expect(warnings.toSorted()).toEqual([
    'numComments: Invalid input: expected number, received object',
    'paper.upvotes: Invalid input: expected number, received string',
  ])
})

test.each([
  ['2603.02130', '2603.02130'],
  ['2603.02130v2', '2603.02130'],
  ['hep-th/9901001v1', 'hep-th/9901001'],
])('the id %s is read as %s', (id, expected) => {
  expect(read({ paper: { id } }).description.id).toBe(expected)
})

test.each([
  [null, null, 'entry: Invalid input: expected object, received null'],
  [42, null, 'entry: Invalid input: expected object, received number'],
  [[], null, 'entry: Invalid input: expected object, received array'],
  [{}, null, 'paper: Invalid input: expected object, received undefined'],
  [{ paper: null }, null, 'paper: Invalid input: expected object, received null'],
  [
    feedEntry({ paper: { id: 2603.0213 } }),
    null,
    'paper.id: Invalid input: expected string, received number',
  ],
  [
    feedEntry({ paper: { id: 'nonsense' } }),
    'nonsense',
    'paper.id: Invalid input: expected an arXiv identifier',
  ],
  [
    feedEntry({ paper: { authors: 'nobody' } }),
    '2603.00001',
    'paper.authors: Invalid input: expected array, received string',
  ],
  [
    feedEntry({ paper: { title: undefined } }),
    '2603.00001',
    'paper.title: Invalid input: expected string, received undefined',
  ],
  [
    feedEntry({ paper: { publishedAt: '2026-02-30T00:00:00Z' } }),
    '2603.00001',
    'paper.publishedAt: Invalid ISO datetime',
  ],
])('entry %# cannot be read, and says why', (raw, id, problem) => {
  expect(parseEntry(raw, DAY)).toEqual({ problem, id })
})

test('nothing makes it throw', () => {
  const anything = fc.anything({ withNullPrototype: true })
  const damaged = fc
    .record({
      paper: fc.dictionary(
        fc.constantFrom('id', 'authors', 'upvotes', 'ai_keywords', 'organization', 'publishedAt'),
        fc.jsonValue(),
      ),
      organization: fc.jsonValue(),
      submittedBy: fc.jsonValue(),
    })
    .map(overrides => feedEntry(overrides))
  fc.assert(
    fc.property(fc.array(fc.oneof(anything, damaged)), entries => {
      const { entries: read, problems } = parseDay(entries, DAY)
      return read.length + problems.length <= entries.length
    }),
  )
})
