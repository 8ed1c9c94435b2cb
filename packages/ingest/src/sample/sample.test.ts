import { paperIdFrom } from '@daily-papers/papers/arxiv.ts'
import { daysFrom, isWeekend } from '@daily-papers/papers/days.ts'
import { authorKey } from '@daily-papers/papers/names.ts'
import { expect, test } from 'vitest'
import { parseDay } from '../parse/parse.ts'
import { sampleEntries, sampleFeed } from './sample.ts'

const weekdays = daysFrom('2026-01-01', '2026-02-28').filter(day => !isWeekend(day))
const days = weekdays.map(day => parseDay(sampleEntries(day), day))
const entries = days.flatMap(day => day.entries.map(({ entry }) => entry))
const share = (is: (entry: (typeof entries)[number]) => boolean) => entries.filter(is).length / entries.length
const mean = (of: (entry: (typeof entries)[number]) => number) =>
  entries.reduce((sum, entry) => sum + of(entry), 0) / entries.length

test('the same day and seed give the same papers, another seed others', () => {
  const day = '2026-03-04'
  expect(sampleEntries(day, { seed: 5 })).toEqual(sampleEntries(day, { seed: 5 }))
  expect(sampleEntries(day, { seed: 6 })).not.toEqual(sampleEntries(day, { seed: 5 }))
})

test('every entry is read, with nothing left out and no field unknown', () => {
  expect(days.flatMap(day => [...day.problems, ...day.warnings, ...day.unknownFields])).toEqual([])
})

test('weekends are empty, weekdays have as many papers as asked for, most votes first', () => {
  expect(sampleEntries('2026-03-07')).toEqual([])
  expect(sampleEntries('2026-03-04', { papersPerDay: 0 })).toEqual([])
  expect([3, 4]).toContain(sampleEntries('2026-03-04', { papersPerDay: 3 }).length)
  const votes = parseDay(sampleEntries('2026-03-04'), '2026-03-04').entries.map(
    ({ entry }) => entry.counters.upvotes ?? 0,
  )
  expect(votes).toEqual(votes.toSorted((a, b) => b - a))
})

test('identifiers have the form of arXiv and a month that it has not', () => {
  for (const { description } of entries) {
    expect(paperIdFrom(description.id)).toBe(description.id)
    expect(description.id).toMatch(/^2[56]99\./)
  }
})

test('a year of very full days has no identifier twice', () => {
  const ids = ['2026-01-01', '2026-12-31'].map(day =>
    parseDay(sampleEntries(day, { papersPerDay: 300 }), day).entries.map(({ entry }) => entry.description.id),
  )
  expect(new Set(ids.flat()).size).toBe(ids.flat().length)
  expect(ids.map(of => of.some(id => id.startsWith('2698.')))).toEqual([false, true])
})

test('a number of papers that does not fit is an error with the range', () => {
  expect(() => sampleEntries('2026-03-04', { papersPerDay: 1e6 })).toThrow(
    'give a whole number from 0 to 23770',
  )
})

test('every paper says that it is made up', () => {
  for (const { description } of entries) {
    expect(description.title).toMatch(/^Sample paper \d+: /)
    expect(description.abstract).toMatch(/^This abstract is generated/)
  }
})

test('the shape is that of the real feed', () => {
  expect(mean(entry => entry.description.authors.length)).toBeGreaterThan(7)
  expect(mean(entry => entry.description.authors.length)).toBeLessThan(14)
  expect(Math.max(...entries.map(entry => entry.description.authors.length))).toBeGreaterThan(100)
  expect(mean(entry => entry.description.keywords.length)).toBeGreaterThan(6)
  expect(mean(entry => entry.description.keywords.length)).toBeLessThan(11)
  expect(share(entry => entry.description.organization !== null)).toBeCloseTo(0.5, 0)
  expect(share(entry => entry.description.code !== null)).toBeCloseTo(0.5, 0)
  expect(share(entry => (entry.counters.upvotes ?? 0) > 50)).toBeGreaterThan(0.01)
  expect(share(entry => (entry.counters.upvotes ?? 0) <= 6)).toBeGreaterThan(0.35)
})

test('the oddities of the real feed are there', () => {
  const authors = entries.flatMap(entry => entry.description.authors)
  const names = new Map(authors.map(({ name }) => [name, authorKey(name)]))
  expect(new Set(entries.map(entry => entry.description.id)).size).toBeLessThan(entries.length)
  expect(new Set(names.values()).size).toBeLessThan(names.size)
  expect(entries.some(entry => entry.counters.upvotes === null)).toBe(true)
  expect(entries.some(entry => entry.description.code && entry.counters.githubStars === null)).toBe(true)
  expect(authors.some(author => author.claim === 'extracted_infirmed')).toBe(true)
  expect(authors.some(author => /\P{ASCII}/u.test(author.name))).toBe(true)
  expect(JSON.stringify(weekdays.map(day => sampleEntries(day)))).toMatch(/\\n {2}for.*"hidden":true/)
})

test('a paper of two days is the same on both but for what belongs to the day', () => {
  const byId = Map.groupBy(entries, entry => entry.description.id)
  const [first, second] = [...byId.values()].find(found => found.length === 2) ?? []
  expect(second?.description).toEqual(first?.description)
  expect(second?.featuring.day).not.toBe(first?.featuring.day)
})

test('the feed reads each day now', async () => {
  const at = Date.parse('2026-03-05T12:00:00Z')
  const feed = sampleFeed({ now: () => at, papersPerDay: 2 })
  expect(await feed.read('2026-03-04')).toEqual({
    day: '2026-03-04',
    readAt: '2026-03-05T12:00:00.000Z',
    entries: sampleEntries('2026-03-04', { papersPerDay: 2, at }),
  })
})

test('papers, votes and code come with time, as on the Hub', () => {
  const day = '2026-03-04'
  const readAt = (instant: string) =>
    parseDay(sampleEntries(day, { at: Date.parse(instant) }), day).entries.map(({ entry }) => entry)
  const [dawn, noon, later] = ['2026-03-04T05:30:00Z', '2026-03-04T12:00:00Z', '2026-03-06T12:00:00Z'].map(
    readAt,
  )
  const votes = (read: typeof entries = []) =>
    read.reduce((sum, { counters }) => sum + (counters.upvotes ?? 0), 0)
  const withCode = (read: typeof entries = []) => read.filter(({ description }) => description.code).length
  expect(dawn?.length).toBeLessThan(noon?.length ?? 0)
  expect(noon).toHaveLength(later?.length ?? 0)
  expect(votes(noon)).toBeLessThan(votes(later) * 0.8)
  expect(withCode(noon)).toBeLessThan(withCode(later))
})

test('titles and keywords have words that people search for, and several papers share a keyword', () => {
  const week = entries.slice(-125).map(({ description }) => description)
  const titled = (words: string) => week.filter(({ title }) => title.includes(words)).length
  const having = (keyword: string) => week.filter(({ keywords }) => keywords.includes(keyword)).length
  for (const words of ['language models', 'diffusion', 'alignment']) expect(titled(words)).toBeGreaterThan(1)
  for (const keyword of ['sampling', 'reinforcement learning']) expect(having(keyword)).toBeGreaterThan(1)
})
