import { type Due, dueBy } from '../subscriptions/due.ts'
import type { Table } from '../subscriptions/table.ts'

/** Takes mails that are due, to be sent now or from a queue. */
export type Enqueue = (due: readonly Due[]) => Promise<void>

/** Finds due mails and hands them over. Unfinished mails of earlier hours are still due. Returns the number of mails. */
export async function enqueueDue(table: Table, enqueue: Enqueue, now: number): Promise<number> {
  let count = 0
  for await (const due of dueBy(table, new Date(now).toISOString())) {
    await enqueue(due)
    count += due.length
  }
  return count
}
