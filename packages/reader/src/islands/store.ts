export type Kind = 'author' | 'organization' | 'keyword'

export interface SavedPaper {
  paperId: string
  /** ISO instant. */
  savedAt: string
}

type Follows = Record<Kind, string[]>

/** A visit begins after half an hour of silence. */
const PAUSE_MS = 1_800_000

/** Reads from the browser's storage. A browser may refuse to store anything. */
function read<T>(key: string, usual: T): T {
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(key) ?? '{}') }
  } catch {
    return usual
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {}
}

/** Personal data, stored only in this browser. */
export const store = {
  saved: (): SavedPaper[] => read<{ papers: SavedPaper[] }>('saved', { papers: [] }).papers,
  keep: (papers: readonly SavedPaper[]) => write('saved', { version: 1, papers }),
  /** Saves a paper, or removes it. Returns whether it is saved now. */
  toggle(paperId: string, now: number): boolean {
    const others = store.saved().filter(saved => saved.paperId !== paperId)
    const isNew = others.length === store.saved().length
    store.keep(isNew ? [{ paperId, savedAt: new Date(now).toISOString() }, ...others] : others)
    return isNew
  },
  follows: (): Follows => read<Follows>('follows', { author: [], organization: [], keyword: [] }),
  toggleFollow(kind: Kind, name: string): boolean {
    const follows = store.follows()
    const isNew = !follows[kind].includes(name)
    write('follows', {
      ...follows,
      [kind]: isNew ? [...follows[kind], name] : follows[kind].filter(other => other !== name),
    })
    return isNew
  },
  theme: (): string => read<{ name: string }>('theme', { name: '' }).name,
  setTheme: (name: string) => write('theme', { name }),
  /** Stores the time of a visit. */
  visit(now: number): void {
    const { at, last } = store.visits()
    write('visits', { at: now, last: at && now - at > PAUSE_MS ? at : last })
  },
  /**
   * Milliseconds since the epoch: the last activity, and the last activity of the visit before. 0 when there was
   * none.
   */
  visits: (): { at: number; last: number } => read('visits', { at: 0, last: 0 }),
}

export type Store = typeof store
