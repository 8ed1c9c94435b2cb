import type { Day } from '@daily-papers/papers/paper.ts'
import type { DayReading } from '@daily-papers/store/reading.ts'
import { account, printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'

/** Papers of a day: about what the feed features. */
export const PAPERS_A_DAY = 20
const AUTHORS = 6

const syllables = [
  'ka',
  'lo',
  'mer',
  'ti',
  'sun',
  'pa',
  'ro',
  'vel',
  'na',
  'chi',
  'dor',
  'es',
  'fi',
  'gra',
  'hu',
  'jal',
]

/** Made-up words of a length, which compress about as well as an abstract does. */
function textOf(length: number, seed: number): string {
  let state = seed + 1
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  let text = ''
  while (text.length < length)
    text += `${Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)]).join('')} `
  return text.slice(0, length).trim()
}

export const idOf = (n: number): string =>
  `${2000 + Math.floor(n / 90_000)}.${String(n % 90_000).padStart(5, '0')}`
export const dayAt = (d: number): Day => new Date(Date.UTC(2010, 0, 1 + d)).toISOString().slice(0, 10)

/** The key of a paper's first author. */
export const authorOf = (n: number): string => `author ${(n * 3) % 4_001}`

function paper(n: number, day: Day) {
  return readEntry(idOf(n), day, {
    description: {
      title: `Paper ${n}: ${textOf(60, n)}`,
      abstract: textOf(1_100, n),
      publishedAt: `${day}T12:00:00.000Z`,
      authors: Array.from({ length: AUTHORS }, (_, i) => printed(`Author ${(n * 3 + i * i) % 4_001}`)),
      keywords: [`keyword ${n % 97}`, `keyword ${n % 89}`],
      aiSummary: { text: textOf(160, n + 1), model: 'made' },
      organization: { name: `lab-${n % 53}`, fullName: `Lab ${n % 53}`, avatar: null },
      code: n % 2 ? { url: `https://github.com/lab/${n}`, addedBy: null } : null,
    },
    featuring: { submittedAt: `${day}T13:00:00.000Z`, submitter: account(`user-${n % 211}`) },
    counters: { upvotes: (n * 37) % 101, comments: n % 7, githubStars: n % 2 ? n % 500 : null },
  })
}

/** The readings of so many days, from the `from`th on: each day of 20 papers of six authors. */
export const corpus = (days: number, from = 0): DayReading[] =>
  Array.from({ length: days }, (_, i) => {
    const day = dayAt(from + i)
    const papers = Array.from({ length: PAPERS_A_DAY }, (_, p) => paper((from + i) * PAPERS_A_DAY + p, day))
    return reading(day, `${day}T23:00:00.000Z`, ...papers)
  })
