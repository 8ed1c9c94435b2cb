import type { DayReading } from '@daily-papers/store/reading.ts'
import { account, printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'

export const week = ['2024-05-06', '2024-05-07', '2024-05-08', '2024-05-09', '2024-05-10']
/** The Sunday after. */
export const weekend = '2024-05-12T09:00:00.000Z'

const numbered = (n: number): string => `2405.${String(n).padStart(5, '0')}`

/** A paper with every field known, on Monday. It is featured on Tuesday again, with more votes and another submitter. */
export const fullId = '2405.09999'
const full = {
  title: 'A Method of $\\alpha$ for Everything',
  abstract: 'We show it.',
  publishedAt: '2024-05-03T17:59:59.000Z',
  authors: [
    { name: 'Ada Example', account: account('ada'), claim: 'claimed_verified' },
    printed('José Sample'),
    printed('Only Here'),
  ],
  keywords: ['Sampling', 'long context'],
  aiSummary: { text: 'It works.', model: 'some-model' },
  organization: { name: 'lab', fullName: 'The Lab', avatar: 'https://example.org/lab.png' },
  code: { url: 'https://github.com/example/all', addedBy: 'user' },
  projectPage: 'https://example.org/all',
  thumbnail: 'https://example.org/all.png',
  media: ['https://example.org/all.mp4'],
}

const fullOn = (day: string, submitter: string, upvotes: number) =>
  readEntry(fullId, day, {
    description: full,
    featuring: {
      submittedAt: `${day}T08:00:00.000Z`,
      submitter: account(submitter),
      authorParticipates: true,
    },
    counters: { upvotes, comments: 3, githubStars: 42 },
  })

const plain = (n: number, day: string) =>
  readEntry(numbered(n), day, {
    description: {
      publishedAt: `2024-05-0${(n % 5) + 1}T12:00:00.000Z`,
      authors: [printed('Ada Example'), printed(`Writer ${n % 7}`)],
      keywords: [n % 2 === 0 ? 'sampling' : 'agents'],
      organization: { name: `lab-${n % 3}`, fullName: null, avatar: null },
    },
    featuring: { submitter: account(`submitter-${n % 3}`) },
    counters: { upvotes: n % 6 === 0 ? null : n % 5 },
  })

/** Five days of nine papers, one of them on two days: small, with ties and unknown votes. */
export const readings: DayReading[] = week.map((day, d) =>
  reading(
    day,
    `${day}T23:00:00.000Z`,
    ...Array.from({ length: 9 }, (_, i) => plain(d * 9 + i + 1, day)),
    ...(d === 0 ? [fullOn(day, 'bob', 5)] : d === 1 ? [fullOn(day, 'carol', 11)] : []),
  ),
)
