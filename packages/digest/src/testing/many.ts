import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { CONSENT_TEXT } from '../subscriptions/add.ts'
import { toItem } from '../subscriptions/item.ts'
import type { Table } from '../subscriptions/table.ts'
import type { Instant } from '../when/rhythm.ts'

/** Writes that one batch takes. */
const BATCH = 25
const BATCHES_AT_ONCE = 2

const itemOf = (number: number, dueAt: Instant) =>
  toItem(
    {
      // The last letter chooses the partition of the index.
      token: `person${number}.${String(number).padStart(32, 's')}`,
      email: `r${number}@example.org`,
      filter: { keywords: ['agents'] },
      every: 'DAY',
      hour: 7,
      timeZone: 'UTC',
      state: 'ACTIVE',
      consent: { askedAt: dueAt, askedFrom: 'a test', text: CONSENT_TEXT, confirmedAt: dueAt },
      dueAt,
      claim: null,
    },
    0,
  )

/** Fills a table with active subscriptions. The first `due` are due at an instant, the others a day later. */
export async function fillSubscriptions(
  { client, name }: Table,
  { count, due, at }: { count: number; due: number; at: Instant },
): Promise<void> {
  const later = new Date(Date.parse(at) + 86_400_000).toISOString()
  const requests = Array.from({ length: count }, (_, number) => ({
    PutRequest: { Item: itemOf(number, number < due ? at : later) },
  }))
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, n) =>
    requests.slice(n * BATCH, (n + 1) * BATCH),
  )
  while (batches.length)
    await Promise.all(
      batches
        .splice(0, BATCHES_AT_ONCE)
        .map(batch => client.send(new BatchWriteCommand({ RequestItems: { [name]: batch } }))),
    )
}

/** What a client read: its requests by name, and the items that the engine looked at for them. */
export function countReads({ client }: Table): { requests: string[]; scanned: number } {
  const counted = { requests: [] as string[], scanned: 0 }
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        const result = await next(args)
        counted.requests.push(commandName.replace('Command', ''))
        counted.scanned += Number((result.output as { ScannedCount?: number }).ScannedCount ?? 0)
        return result
      },
    { step: 'initialize', name: 'countReads', override: true },
  )
  return counted
}
