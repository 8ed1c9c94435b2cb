import type { FeedDay } from '@daily-papers/papers/entity.ts'
import type { Paper } from '@daily-papers/papers/paper.ts'
import { type Corpus, type CorpusPaper, corpusPaper } from '@daily-papers/store/corpus.ts'
import { account, printed, readEntry } from '@daily-papers/store/testing/readings.ts'
import { seeded } from '../../days/seeded.ts'
import { dayAt, idOf, PAPERS_A_DAY } from '../corpus.ts'

/** Words of the language that papers are made of; as in a real one, the nth is used in proportion to 1/n. */
const VOCABULARY = 30_000
const endings = ['', 's', 'ing']

const syllable = (n: number): string => `${'bcdfghjklmnpqrstvwxz'[n % 20]}${'aeiou'[Math.floor(n / 20) % 5]}`

/** The nth word of the language, the most used first: a stem, of which none begins like another, and an ending. */
export function word(n: number): string {
  const stem = Math.floor(n / endings.length)
  return `${syllable(stem)}${syllable(Math.floor(stem / 100))}${endings[n % endings.length]}`
}

/** A made-up paper that is always the same: about as many words, names and keywords as the feed's have. */
export function paperAt(n: number): Paper {
  const chance = seeded(n)
  const rank = (most: number, first = 1): number => Math.floor(first * (most / first) ** chance())
  const words = (count: number, first = 1): string =>
    Array.from({ length: count }, () => word(rank(VOCABULARY, first))).join(' ')
  const day = dayAt(Math.floor(n / PAPERS_A_DAY))
  const hasCode = chance() < 0.4
  const { entry } = readEntry(idOf(n), day, {
    description: {
      // Titles do without the commonest words.
      title: words(9, 4),
      abstract: words(190),
      publishedAt: `${day}T12:00:00.000Z`,
      authors: Array.from({ length: 10 }, () => printed(`${word(rank(400))} ${word(rank(2_000))}`)),
      keywords: Array.from({ length: 6 }, () => `${word(rank(VOCABULARY))} ${word(rank(20))}`),
      aiSummary: { text: words(25), model: 'made' },
      organization: chance() < 0.2 ? { name: word(rank(600)), fullName: null, avatar: null } : null,
      code: hasCode ? { url: `https://github.com/lab/${n}`, addedBy: null } : null,
    },
    featuring: { submittedAt: `${day}T13:00:00.000Z`, submitter: account(word(rank(200))) },
    counters: { upvotes: rank(300), comments: rank(10), githubStars: hasCode ? rank(10_000) : null },
  })
  const { description, featuring, counters } = entry
  const { submitter, authorParticipates } = featuring
  return {
    ...description,
    ...counters,
    featurings: [featuring],
    featuredOn: day,
    submitter,
    authorParticipates,
    updatedAt: `${day}T23:00:00.000Z`,
  }
}

/** So many papers, as the table would tell them. */
export function corpusOf(papers: number): Corpus {
  const dayOf = (d: number): FeedDay => ({
    date: dayAt(d),
    paperCount: PAPERS_A_DAY,
    firstCount: PAPERS_A_DAY,
    state: 'settled',
    changedAt: `${dayAt(d)}T23:00:00.000Z`,
  })
  const toldAt = (n: number): CorpusPaper => {
    const paper = paperAt(n)
    const { updatedAt: at, upvotes, comments, githubStars } = paper
    return corpusPaper(paper, [{ at, upvotes, comments, githubStars }])
  }
  return {
    async *papers() {
      for (let n = 0; n < papers; n += PAPERS_A_DAY)
        yield Array.from({ length: PAPERS_A_DAY }, (_, i) => toldAt(n + i))
    },
    days: async () => Array.from({ length: papers / PAPERS_A_DAY }, (_, d) => dayOf(d)),
    emptyDays: async () => [],
    lastStep: async () => null,
    writtenAfter: async () => null,
  }
}
