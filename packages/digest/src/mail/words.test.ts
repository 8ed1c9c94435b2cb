import { expect, it } from 'vitest'
import { filterInWords, rhythmInWords } from './words.ts'

it.each([
  [{}, 'all papers'],
  [{ keywords: ['agents'] }, 'papers on “agents”'],
  [{ allKeywords: ['agents', 'video'] }, 'papers on “agents” and “video”'],
  [{ text: 'world models', hasCode: false }, 'papers about “world models”, without code'],
  [{ authors: ['Ada Example', 'Bo Example'] }, 'papers by Ada Example or Bo Example'],
  [{ organizations: ['lab'], minUpvotes: 20 }, 'papers from lab, with 20 upvotes or more'],
  [
    { published: { days: { from: '2026-01-01', to: '2026-02-01' } } },
    'papers published in 2026-01-01 to 2026-02-01',
  ],
  [{ published: { month: '2026-05' } }, 'papers published in 2026-05'],
  [{ hasModels: true }, 'papers hasModels true'],
  [{ keywords: null }, 'all papers'],
])('%j in words', (filter, words) => {
  expect(filterInWords(filter)).toBe(words)
})

it('times are written in words', () => {
  expect(rhythmInWords({ every: 'WEEK', hour: 7, timeZone: 'America/New_York' })).toBe(
    'every Monday at 07:00, America/New York time',
  )
})
