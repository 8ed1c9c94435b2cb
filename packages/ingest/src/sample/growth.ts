import { HOUR_MS } from '@daily-papers/papers/days.ts'
import type { sampleFeaturing, samplePaper } from './paper.ts'

/** After this time a paper has two thirds of its votes. */
const VOTES_MS = 18 * HOUR_MS
/** One repository in three is linked this long after the paper was submitted. */
const LATE_CODE_MS = 20 * HOUR_MS

type Paper = ReturnType<typeof samplePaper>
type Featuring = ReturnType<typeof sampleFeaturing>
type Entry = Paper & Featuring & { paper: Paper['paper'] & Featuring['paper'] }

/** Entries as the feed shows them at an instant, in milliseconds since 1970: those submitted by then, with the votes they have so far. */
export function grown(entries: readonly Entry[], at: number): Entry[] {
  return entries.flatMap(entry => {
    const age = at - Date.parse(entry.paper.submittedOnDailyAt)
    if (age < 0) return []
    const soFar = (count: number) => Math.floor(count * (1 - Math.exp(-age / VOTES_MS)))
    const { githubRepo, githubRepoAddedBy, githubStars, ...paper } = entry.paper
    const isLate = Number(paper.id.slice(-5)) % 3 === 0 && age < LATE_CODE_MS
    return {
      ...entry,
      numComments: soFar(entry.numComments),
      paper: {
        ...(isLate ? paper : entry.paper),
        ...(paper.upvotes !== undefined && { upvotes: soFar(paper.upvotes) }),
      },
    }
  })
}
