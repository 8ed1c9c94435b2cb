import { seeded } from '../seeded.ts'

/** What can go wrong with an answer of the Hub. */
export type Fault =
  | { kind: 'status'; status: number; retryAfter?: number }
  | { kind: 'slow'; ms: number }
  /** It never comes; or its connection ends before it, or in its middle. */
  | { kind: 'hang' | 'reset' | 'truncate' }
  /** Another thing than entries, with status 200. */
  | { kind: 'html' | 'errorObject' }
  /** One entry is damaged, all have fields that nobody knows, one comes twice, or the order is another. */
  | { kind: 'garbage' | 'unknownField' | 'duplicate' | 'shuffle' }

/** A fault, and the share of answers that have it. */
export type FaultRule = Fault & { p: number }

/** Draws a fault for each answer, or none: the same ones for the same seed. */
export function createFaults(seed: number, rules: readonly FaultRule[]) {
  const random = seeded(seed)
  return {
    next: (): Fault | null => rules.find(({ p }) => random() < p) ?? null,
    /** The entries as a fault leaves them. */
    disturb: (fault: Fault | null, entries: readonly unknown[]): unknown[] =>
      fault && entries.length > 0 ? disturbed(fault, entries, random) : [...entries],
  }
}

function disturbed({ kind }: Fault, entries: readonly unknown[], random: () => number): unknown[] {
  const middle = Math.floor(entries.length / 2)
  const entry = entries[middle] as { paper: object }
  if (kind === 'duplicate') return entries.toSpliced(middle, 0, entry)
  if (kind === 'shuffle') return entries.toReversed()
  if (kind === 'unknownField')
    return (entries as { paper: object }[]).map(each => ({
      ...each,
      brandNew: { nested: [1] },
      paper: { ...each.paper, alsoNew: 'x' },
    }))
  if (kind !== 'garbage') return [...entries]
  const garbage = [
    null,
    'no entry',
    { paper: null },
    { paper: { id: 7, title: [] } },
    { ...entry, paper: { ...entry.paper, authors: 'somebody', upvotes: 'some' } },
    { ...entry, paper: { ...entry.paper, title: null } },
    { ...entry, paper: { ...entry.paper, publishedAt: 'some day' } },
  ]
  return entries.with(middle, garbage[Math.floor(random() * garbage.length)])
}
