import type { EntityPosting } from '@daily-papers/store/corpus.ts'

/** An author, keyword, organization or account, with its number in this file. */
export interface Numbered {
  number: number
  key: string
  /** As its earliest paper prints it. */
  name: string
  /** As its latest paper shows it. */
  fullName: string | null
  papers: number
  /** Of an account: papers that it claims, and that it submitted. */
  claims: number
  submissions: number
}

/** Numbers what papers have in common as it first comes up, and counts its papers. */
export function numbering() {
  const known = new Map<string, Numbered>()
  return {
    /** A paper's posting; papers come in the order of their first days. */
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
    /** @throws when it has not come up: the postings of a paper are all that it names */
    numberOf(key: string): number {
      const one = known.get(key)
      if (!one) throw new Error(`Nothing was added under the key ${key}`)
      return one.number
    },
    /** Whether a posting names it otherwise than its row does, which is known once all papers are added. */
    isNamedOtherwise(key: string, { name, fullName }: EntityPosting['posting']): boolean {
      const one = known.get(key)
      return one?.name !== name || one.fullName !== (fullName ?? null)
    },
    all: (): readonly Numbered[] => [...known.values()],
  }
}
