import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { feedAuthor, feedEntry, feedUser } from '../testing/feed-entry.ts'
import { parseDay } from './parse.ts'

const DAY = '2026-03-04'

type Overrides = Parameters<typeof feedEntry>[0]
function read(overrides: Overrides) {
  const { entries, warnings, problems } = parseDay([feedEntry(overrides)], DAY)
  const [found] = entries
  return {
    description: found?.entry.description,
    submitter: found?.entry.featuring.submitter,
    warnings: warnings.map(({ warning }) => warning),
    problems: problems.map(({ problem }) => problem),
  }
}

const name = (length: number): string => 'x'.repeat(length)
const url = (length: number): string => `https://a.example/${name(length - 18)}`
const text = (length: number): string => 'x '.repeat(length / 2 - 1).padEnd(length, 'x')
const account = (username: string, avatarUrl = '/a.svg') => ({ ...feedUser('a'), name: username, avatarUrl })

test('the longest values are taken over', () => {
  const { description, submitter, warnings } = read({
    submittedBy: account(name(1_000), url(2_000)),
    organization: { name: name(1_000), fullname: name(1_000), avatar: url(2_000) },
    paper: {
      title: text(100_000),
      summary: text(100_000),
      authors: [feedAuthor({ name: name(1_000) })],
      ai_keywords: [name(1_000)],
      projectPage: url(2_000),
    },
  })
  expect(warnings).toEqual([])
  expect(submitter).toMatchObject({ username: name(1_000), avatar: url(2_000) })
  expect(description).toMatchObject({
    title: text(100_000),
    abstract: text(100_000),
    authors: [{ name: name(1_000) }],
    keywords: [name(1_000)],
    organization: { name: name(1_000), fullName: name(1_000), avatar: url(2_000) },
    projectPage: url(2_000),
  })
})

test.each<[string, Overrides, string, object]>([
  [
    'keyword is left out of them',
    { paper: { ai_keywords: ['sampling', name(1_001)] } },
    'paper.ai_keywords.1: Too big: expected string to have <=1000 characters',
    { keywords: ['sampling'] },
  ],
  [
    'author is left out of them',
    { paper: { authors: [feedAuthor({ name: name(1_001) }), feedAuthor({ name: 'Bo' })] } },
    'paper.authors.0.name: Too big: expected string to have <=1000 characters',
    { authors: [{ name: 'Bo' }] },
  ],
  [
    'avatar is unknown',
    { organization: { name: 'lab', avatar: url(2_001) } },
    'organization.avatar: Too big: expected string to have <=2000 characters',
    { organization: { name: 'lab', avatar: null } },
  ],
  [
    'URL is unknown, though it grows so long only as it is written out',
    { thumbnail: `https://a.example/${'é'.repeat(400)}` },
    'thumbnail: Too big: expected string to have <=2000 characters',
    { thumbnail: null },
  ],
  [
    'abstract is the outer one',
    { summary: 'Outer.', paper: { summary: text(100_002) } },
    'paper.summary: Too big: expected string to have <=100000 characters',
    { abstract: 'Outer.' },
  ],
  [
    'list is unknown',
    { paper: { ai_keywords: Array.from({ length: 10_001 }, (_, i) => String(i)) } },
    'paper.ai_keywords: Too big: expected array to have <=10000 items',
    { keywords: [] },
  ],
])('a longer %s, and told', (_, overrides, warning, expected) => {
  const { description, warnings } = read(overrides)
  expect(warnings).toEqual([warning])
  expect(description).toMatchObject(expected)
})

test('a submitter of a longer name is unknown', () => {
  const { submitter, warnings } = read({
    submittedBy: account(name(1_001)),
    paper: { submittedOnDailyBy: undefined },
  })
  expect(submitter).toBeNull()
  expect(warnings).toEqual(['submittedBy.name: Too big: expected string to have <=1000 characters'])
})

test('an entry with a longer title cannot be read', () => {
  expect(read({ paper: { title: text(100_002) } }).problems).toEqual([
    'paper.title: Too big: expected string to have <=100000 characters',
  ])
})

test('an entry of more than 300 KB when compressed cannot be read; one that compresses well can', () => {
  const noise = randomBytes(240_000).toString('base64')
  expect(read({ brandNew: noise })).toMatchObject({ description: { id: '2603.00001' }, problems: [] })
  expect(read({ brandNew: noise + noise.split('').reverse().join('') })).toMatchObject({
    description: undefined,
    problems: ['entry: Too big: expected at most 300000 bytes, packed'],
  })
  expect(read({ brandNew: name(1_000_000) }).problems).toEqual([])
})
