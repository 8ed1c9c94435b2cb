import { sampleEntries } from '@daily-papers/ingest/sample.ts'
import type { HubEntry } from '../corpus.ts'
import type { Days } from './generated.ts'

/** Every fifteenth day shows a paper of a week before once more, with more votes and another title. */
export function featureAgain(days: Days): void {
  const all = [...days.values()]
  for (let i = 20; i < all.length; i += 15) {
    const before = all[i - 5]?.[3]
    if (!before) continue
    const again: HubEntry = structuredClone(before)
    again.paper.upvotes = (before.paper.upvotes ?? 0) + 5
    again.paper.title = `${before.paper.title} (revised)`
    all[i]?.push(again)
  }
}

/** The last Wednesday has more papers than a page of the Hub. */
export function fillDay(days: Days, seed: number): void {
  const [day, entries] = [...days].at(-3) ?? []
  if (!day || !entries) return
  const known = new Set(entries.map(({ paper }) => paper.id))
  const more = sampleEntries(day, { seed, papersPerDay: 105 }) as HubEntry[]
  entries.push(...more.filter(({ paper }) => !known.has(paper.id)))
}
