import type { Featurings, Paper } from '@daily-papers/papers/paper.ts'
import { corpusPaper, type Corpus as StoredCorpus } from '@daily-papers/store/corpus.ts'
import type { Corpus } from '../../days/corpus.ts'
import { type PaperByHand, papersByHand } from '../papers-by-hand.ts'

/** The days of a corpus as the table would give them, without a table. */
export function storedCorpus(corpus: Corpus, { withAiTexts = true } = {}): StoredCorpus {
  const papers = papersByHand(corpus)
    .toSorted((a, b) => ((a.days[0] ?? '') < (b.days[0] ?? '') ? -1 : 1))
    .map(each => paperOf(each, withAiTexts))
  return {
    async *papers() {
      yield papers.map(paper => corpusPaper(paper, []))
    },
    days: async () => {
      const counts = new Map<string, number>()
      for (const { featurings } of papers)
        for (const { day } of featurings) counts.set(day, (counts.get(day) ?? 0) + 1)
      return [...counts].sort().map(([date, paperCount]) => ({
        ...{ date, paperCount, firstCount: paperCount, state: 'settled' as const },
        changedAt: `${date}T23:00:00.000Z`,
      }))
    },
    emptyDays: async () => [],
    lastStep: async () => null,
    writtenAfter: async () => null,
  }
}

function paperOf({ days, latest }: PaperByHand, withAiTexts: boolean): Paper {
  const { description, featuring, counters } = latest
  const { submitter, authorParticipates } = featuring
  return {
    ...description,
    ...counters,
    ...(withAiTexts ? {} : { keywords: [], aiSummary: null }),
    featurings: days.map(day => ({ ...featuring, day })) as Featurings,
    featuredOn: days[0] ?? '',
    submitter,
    authorParticipates,
    updatedAt: `${days.at(-1)}T23:00:00.000Z`,
  }
}
