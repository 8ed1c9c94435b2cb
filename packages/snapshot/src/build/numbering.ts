import type { EntityPosting } from '@daily-papers/store/corpus.ts'

/** An author, keyword, organization or account, with its number in this file. */
export interface Numbered {
  number: number
  key: string
  /** The name as its earliest paper prints it. */
  name: string
  /** Details from its latest paper. */
  fullName: string | null
  papers: number
  /** Of an account: number of papers that it claims, and that it submitted. */
  claims: number
  submissions: number
}

/** Gives each author, keyword, organization and account a number when it first occurs, and counts its papers. */
export function numbering() {
  const known = new Map<string, Numbered>()
  return {
    /** Adds a paper. Papers come in the order of their first days. */
    add(key: string, { name, fullName, claims, submits }: EntityPosting['posting']): void {
      let one = known.get(key)
      if (!one) {
        one = { number: known.size + 1, key, name, fullName: null, papers: 0, claims: 0, submissions: 0 }
        known.set(key, one)
      }
      one.fullName = fullName ?? null
      one.papers += 1
      if (claims) one.claims += 1
      if (submits) one.submissions += 1
    },
    /** @throws Error when the key has not occurred: a paper adds all its names first */
    numberOf(key: string): number {
      const one = known.get(key)
      if (!one) throw new Error(`Nothing was added under the key ${key}`)
      return one.number
    },
    /** Whether a paper spells it differently than its row. Known once all papers are added. */
    isNamedOtherwise(key: string, { name, fullName }: EntityPosting['posting']): boolean {
      const one = known.get(key)
      return one?.name !== name || one.fullName !== (fullName ?? null)
    },
    all: (): readonly Numbered[] => [...known.values()],
  }
}
