import { type Due, dueBy } from '../subscriptions/due.ts'
import type { Table } from '../subscriptions/item.ts'

/** Takes mails that are due, to be sent now or from a queue. */
export type Enqueue = (due: readonly Due[]) => Promise<void>

/** Finds what is due and hands it over. What an earlier hour did not finish is due still. Returns how many mails that are. */
export async function enqueueDue(table: Table, enqueue: Enqueue, now: number): Promise<number> {
  let count = 0
  for await (const due of dueBy(table, new Date(now).toISOString())) {
    await enqueue(due)
    count += due.length
  }
  return count
}
