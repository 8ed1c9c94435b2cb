import type { Questions } from '@daily-papers/store/questions.ts'
import { idOf } from '../corpus.ts'
import { paperAt } from './papers.ts'

/** The store of so many made-up papers, in memory, as far as what a snapshot finds is read from it. */
export function madeUpStore(papers: number): Questions {
  const numbers = new Map(Array.from({ length: papers }, (_, n) => [idOf(n), n]))
  // Made when first read, in a round that is not measured.
  const made = new Map<string, ReturnType<typeof paperAt>>()
  const paperOf = (id: string) => {
    const paper = made.get(id) ?? paperAt(numbers.get(id) ?? 0)
    made.set(id, paper)
    return paper
  }
  const store = {
    forRequest: () => store,
    papers: async (ids: readonly string[]) => ids.map(paperOf),
    spellings: async () => ({ author: new Map(), keyword: new Map() }),
    entities: async (kind: string, keys: readonly string[]) =>
      keys.map(key => ({ kind, key, name: key, paperCount: 1, fullName: null, avatar: null, accounts: [] })),
  } as Partial<Questions> as Questions
  return store
}
