import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createClient } from './client.ts'
import { type Write, writeItems } from './requests.ts'

/**
 * A table that answers batches of writes by `answer`, which gets their number, from 1. `told` has the begin and the end of
 * each batch.
 */
function aTable(answer: (batch: number) => Promise<unknown>) {
  const client = createClient({ endpoint: 'http://127.0.0.1:1' })
  const told: string[] = []
  let batches = 0
  client.middlewareStack.add(
    () => async () => {
      const batch = ++batches
      told.push(`${batch} begins`)
      await answer(batch).finally(() => told.push(`${batch} ends`))
      return { output: { $metadata: {} }, response: {} }
    },
    { step: 'initialize', name: 'answering', override: true },
  )
  return { table: { client, name: 'test' }, told }
}

const items = (count: number): Write[] =>
  Array.from({ length: count }, (_, i) => ({ put: { pk: 'P', sk: String(i) } }))

it('a failed batch is reported once its parallel batches have ended, and no other begins', async () => {
  const { table, told } = aTable(async batch => {
    if (batch === 2) throw new Error('refused')
    await wait(20)
  })
  await writeItems(table, items(250)).catch(({ message }) => told.push(message))
  await wait(50)
  const begun = [1, 2, 3, 4].map(batch => `${batch} begins`)
  expect(told).toEqual([...begun, '2 ends', '1 ends', '3 ends', '4 ends', 'refused'])
})

it('no more than four batches of writes are under way at once', async () => {
  let [now, most] = [0, 0]
  const { table, told } = aTable(async () => {
    most = Math.max(most, ++now)
    await wait(1)
    now--
  })
  await writeItems(table, items(250))
  expect([most, told.length]).toEqual([4, 20])
})
