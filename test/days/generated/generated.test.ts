import { parseDay } from '@daily-papers/ingest/parse.ts'
import { authorKey, keywordKey } from '@daily-papers/papers/names.ts'
import { describe, expect, test } from 'vitest'
import type { HubEntry } from '../corpus.ts'
import { generateDays, generated } from './generated.ts'

const entries = generated.days.flatMap(day => generated.entriesOn(day))
const spellings = (key: string, keyOf: (name: string) => string, names: (entry: HubEntry) => string[]) =>
  new Set(entries.flatMap(names).filter(name => keyOf(name) === key)).size
const namesOf = ({ paper }: HubEntry) => paper.authors.map(({ name }) => name)
const some = (holds: (entry: HubEntry) => boolean) => expect(entries.some(holds)).toBe(true)

test('the same seed makes the same days, another one others', () => {
  const daysOf = (seed: number) => JSON.stringify([...generateDays(seed, [['2026-01-05', '2026-01-16']], 5)])
  expect(daysOf(2)).toBe(daysOf(2))
  expect(daysOf(3)).not.toBe(daysOf(2))
})

describe('the generated days have what recorded days have:', () => {
  test('papers on two days', () => {
    const days = Map.groupBy(entries, ({ paper }) => paper.id)
    expect([...days.values()].filter(all => all.length > 1).length).toBeGreaterThan(10)
  })

  test('names and keywords in several spellings', () => {
    expect(spellings('zuzana quaxdrim', authorKey, namesOf)).toBeGreaterThan(2)
    expect(
      spellings('large language models', keywordKey, ({ paper }) => paper.ai_keywords ?? []),
    ).toBeGreaterThan(2)
  })

  test('namesakes and hidden authors', () => {
    some(entry => namesOf(entry).filter(name => name === 'Wug Tovemims').length === 2)
    some(({ paper }) => paper.authors.some(({ hidden }) => hidden === true))
  })

  test('wrapped titles, LaTeX, and a paper with 600 authors', () => {
    some(({ paper }) => paper.title.includes('\n'))
    some(({ paper }) => paper.title.includes('\\mathbb'))
    some(({ paper }) => paper.authors.length >= 600)
  })

  test('a day with more papers than a page, and no entry that the parser complains of', () => {
    expect(Math.max(...generated.days.map(day => generated.entriesOn(day).length))).toBeGreaterThan(100)
    for (const day of generated.days)
      expect(parseDay([...generated.entriesOn(day)], day)).toMatchObject({ problems: [], warnings: [] })
  })
})
