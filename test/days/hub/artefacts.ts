import { DAY_MS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { seeded } from '../seeded.ts'

/** The share of papers that the Hub has not indexed, and of those that nothing of a kind links. */
const [NOT_INDEXED, WITHOUT] = [1 / 10, 1 / 2]
const KINDS = { models: 40, datasets: 12, spaces: 25 }

/** One model, dataset or Space as the Hub lists it. */
export interface LinkedRepo {
  id: string
  likes: number
  downloads?: number
  pipeline_tag?: string
  numParameters?: number
  private: boolean
}
export type LinkedRepos = Record<keyof typeof KINDS, LinkedRepo[]>

/** What links a paper at an instant: their number and their likes grow with its age. Null when it is not indexed. */
export function linkedRepos(id: string, day: Day, at: number): LinkedRepos | null {
  const random = seeded(Number(id.replace(/\D/g, '')))
  if (random() < NOT_INDEXED) return null
  const age = Math.max(0, (at - Date.parse(day)) / DAY_MS)
  const listed = (kind: keyof typeof KINDS): LinkedRepo[] => {
    const most = random() < WITHOUT ? 0 : Math.ceil(KINDS[kind] * random() ** 3)
    const all = Array.from({ length: most }, (_, i) => ({
      id: `owner-${Math.floor(random() * 9)}/${kind}-${i}-of-${id}`,
      likes: Math.floor(random() ** 4 * 50 * (1 + age / 4)),
      downloads: Math.floor(random() * 1_000 * (1 + age)),
      pipeline_tag: 'text-generation',
      private: random() < 1 / 20,
      ...(random() < 1 / 2 && { numParameters: 7e9 }),
    }))
    return all.slice(0, Math.floor(most * Math.min(1, age / 10)))
  }
  return { models: listed('models'), datasets: listed('datasets'), spaces: listed('spaces') }
}
