import type { Kind, Store } from './store.ts'
import { swapMain } from './swap.ts'

interface NewOptions {
  store: Store
  isReady: () => void
}

/** Adds the last visit and what is followed to the page's address, if the address has neither. */
export async function showNew({ store, isReady }: NewOptions): Promise<void> {
  const asked = new URLSearchParams(location.search)
  if (!asked.has('since')) {
    const { last } = store.visits()
    const follows = store.follows()
    if (last) asked.set('since', new Date(last).toISOString().slice(0, 10))
    for (const kind of Object.keys(follows) as Kind[])
      for (const name of follows[kind]) asked.append(kind, name)
    await swapMain(`/new?${asked}`).catch(() => undefined)
  }
  isReady()
}
