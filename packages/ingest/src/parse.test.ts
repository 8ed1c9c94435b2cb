import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { parseDay, parseEntry } from './parse.ts'
import { feedAuthor, feedEntry, feedUser } from './testing/feed-entry.ts'

const DAY = '2026-03-04'

/** The entry that is read, and what was left out. */
function read(...overrides: Parameters<typeof feedEntry>) {
  const parsed = parseEntry(feedEntry(...overrides), DAY)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return { ...parsed.entry, warnings: parsed.warnings }
}

test('an entry is read whole', () => {
  expect(parseEntry(feedEntry(), DAY)).toEqual({
    warnings: [],
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

test('an entry with nothing but what it must have is read, and the rest is null, never zero', () => {
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

describe('authors', () => {
  const authorsOf = (...authors: unknown[]) => read({ paper: { authors } }).description.authors

  test('hidden ones are left out, also when the mark cannot be read', () => {
    const authors = authorsOf(
      feedAuthor({ name: 'Ann', hidden: true }),
      feedAuthor({ name: 'Bo', hidden: 'yes' }),
      feedAuthor({ name: 'Cy', hidden: undefined }),
    )
    expect(authors.map(author => author.name)).toEqual(['Cy'])
  })

  test('a claim brings the account, unless the Hub says that it is somebody else', () => {
    const user = { ...feedUser('ann'), user: 'ann' }
    const account = { username: 'ann', fullName: 'The ann', avatar: 'https://huggingface.co/avatars/ann.svg' }
    expect(
      authorsOf(
        feedAuthor({ name: 'Ann', user, status: 'claimed_verified' }),
        feedAuthor({ name: 'Ann', user, status: 'extracted_infirmed' }),
      ),
    ).toEqual([
      { name: 'Ann', account, claim: 'claimed_verified' },
      { name: 'Ann', account: null, claim: 'extracted_infirmed' },
    ])
  })

  test('one that cannot be read does not lose the others', () => {
    const { description, warnings } = read({
      paper: {
        authors: [
          null,
          feedAuthor({ name: 'Ann' }),
          42,
          feedAuthor({ status: 1, user: 1 }),
          feedAuthor({ name: 7 }),
          feedAuthor({ name: ' ' }),
          feedAuthor({ name: 'Bo\n  Sample' }),
        ],
      },
    })
    expect(description.authors.map(author => author.name)).toEqual(['Ann', 'Bo Sample'])
    expect(warnings).toContain('paper.authors.2: Invalid input: expected object, received number')
  })

  test('hundreds are kept, in their order', () => {
    const names = Array.from({ length: 700 }, (_, i) => `Sample ${i}`)
    expect(authorsOf(...names.map(name => feedAuthor({ name }))).map(author => author.name)).toEqual(names)
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

describe('links', () => {
  const codeOf = (paper: Record<string, unknown>) =>
    read({ paper: { githubRepoAddedBy: 'user', ...paper } }).description.code

  test('the repository is its root', () => {
    expect(codeOf({ githubRepo: 'https://github.com/sample-lab/code/tree/main/x/' })).toEqual({
      url: 'https://github.com/sample-lab/code',
      addedBy: 'user',
    })
  })

  test('a project page on GitHub is the repository when there is no other', () => {
    const projectPage = 'https://github.com/sample-lab/page'
    expect(codeOf({ githubRepo: undefined, projectPage })).toEqual({ url: projectPage, addedBy: null })
    expect(codeOf({ githubRepo: 'https://github.com/sample-lab/code', projectPage })?.url).toBe(
      'https://github.com/sample-lab/code',
    )
    expect(codeOf({ githubRepo: undefined })).toBeNull()
  })

  test('a repository without stars has an unknown number of them', () => {
    expect(read({ paper: { githubStars: undefined } }).counters.githubStars).toBeNull()
  })

  test('relative files are on the Hub, and what is no web address is left out', () => {
    const { description, warnings } = read({
      thumbnail: '/thumb.png',
      paper: { projectPage: 'javascript:alert(1)' },
    })
    expect(description.thumbnail).toBe('https://huggingface.co/thumb.png')
    expect(description.projectPage).toBeNull()
    expect(warnings).toEqual(['paper.projectPage: Invalid input: expected an http(s) URL'])
  })

  test('media come from wherever the feed put them, once each', () => {
    const media = read({
      mediaUrls: ['https://m.example/1', 'https://m.example/2', null],
      paper: { mediaUrls: ['https://m.example/1', 'https://m.example/3'] },
    })
    expect(media.description.media).toEqual([
      'https://m.example/1',
      'https://m.example/2',
      'https://m.example/3',
    ])
  })

  test('the old field for media held an upload or a thumbnail', () => {
    const old = (mediaUrl: string) =>
      read({ mediaUrl, thumbnail: undefined, mediaUrls: undefined, paper: { mediaUrls: undefined } })
        .description
    const thumbnail = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2403.00001.png'
    expect(old('https://m.example/1')).toMatchObject({ media: ['https://m.example/1'], thumbnail: null })
    expect(old(thumbnail)).toMatchObject({ media: [], thumbnail })
  })
})

test.each([['many'], [-1], [1.5], [null], [true], [[3]]])('%j upvotes are an unknown number', upvotes => {
  expect(read({ paper: { upvotes } }).counters.upvotes).toBeNull()
})

test('a malformed optional field is told and does no harm to the others', () => {
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

describe('a day', () => {
  const entry = (upvotes: number, summary = '') => feedEntry({ paper: { upvotes, summary } })

  test('loses only the entries that cannot be read', () => {
    const other = feedEntry({ paper: { id: '2603.00002' } })
    const { entries, problems } = parseDay([null, feedEntry(), { paper: { id: '2603.00003' } }, other], DAY)
    expect(entries.map(({ entry }) => entry.description.id)).toEqual(['2603.00001', '2603.00002'])
    expect(problems.map(({ id }) => id)).toEqual([null, '2603.00003'])
  })

  test('has a paper once: the entry with more upvotes, in whatever order they came', () => {
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

  test('tells what was left out of which paper', () => {
    expect(parseDay([feedEntry({ numComments: 'x' })], DAY).warnings).toEqual([
      { id: '2603.00001', warning: 'numComments: Invalid input: expected number, received string' },
    ])
  })

  test('keeps each entry as it came, without what counts up and in canonical order', () => {
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
    expect(JSON.stringify(rawOf(raw))).toBe(canonicalJson(rawOf(raw)))
    expect(parseEntry(rawOf(raw), DAY)).toMatchObject({
      entry: { description: { id: '2603.00001' } },
      warnings: [],
    })
  })
})
