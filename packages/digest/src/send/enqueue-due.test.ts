import { expect, test } from 'vitest'
import type { Due } from '../subscriptions/due.ts'
import { startEngine } from '../testing/engine.ts'
import { countReads, fillSubscriptions } from '../testing/many.ts'
import { enqueueDue } from './enqueue-due.ts'

test('an hour reads the subscriptions that are due by one query a partition, and looks at no other', async () => {
  const engine = await startEngine()
  try {
    const table = await engine.table()
    const at = '2026-03-02T07:00:00.000Z'
    await fillSubscriptions(table, { count: 1_000, due: 40, at })
    const read = countReads(table)
    const found: Due[] = []
    const count = await enqueueDue(table, async due => void found.push(...due), Date.parse(at))
    expect([count, new Set(found.map(({ token }) => token)).size]).toEqual([40, 40])
    expect(read).toEqual({ requests: Array(4).fill('Query'), scanned: 40 })
  } finally {
    await engine.close()
  }
})
