import { afterAll, beforeAll, expect, it } from 'vitest'
import { contentsOf } from '../testing/contents.ts'
import { startEngine, type TestEngine } from '../testing/engine.ts'
import { account, printed, readEntry, reading } from '../testing/readings.ts'
import { startUnreliable, type Unreliable } from '../testing/unreliable.ts'
import { createWriter, type Writer } from '../write/writer.ts'
import { createClient } from './client.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.close())

/** A day of papers whose names, keywords, submitter and votes depend on the round. */
const readingOf = (day: string, round: number) =>
  reading(
    day,
    `${day}T${12 + round}:00:00.000Z`,
    ...Array.from({ length: 30 }, (_, i) =>
      readEntry(`2405.${String(10_000 + i)}`, day, {
        description: {
          authors: [printed(`Author ${i % 7}`), printed(`Author ${i} of ${i % (3 + round)}`)],
          keywords: [`keyword ${i % 5}`, `keyword of round ${i % 2 ? 0 : round}`],
        },
        featuring: { submitter: account(`submitter-${i % 4}`) },
        counters: { upvotes: i * round },
      }),
    ),
  )
const days = ['2024-05-06', '2024-05-07']
const run = async (writer: Writer): Promise<void> => {
  for (const round of [1, 2, 3]) await writer.putDays(days.map(day => readingOf(day, round)))
}

/** The same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The client, which repeats what it would and as often, but does not wait. */
function impatient(client: ReturnType<typeof createClient>): ReturnType<typeof createClient> {
  const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 })
  client.config.retryStrategy = async () => ({
    acquireInitialRetryToken: async () => token(0),
    async refreshRetryTokenForRetry(last, { errorType }) {
      const count = last.getRetryCount() + 1
      if (count < (await client.config.maxAttempts()) && /THROTTLING|TRANSIENT/.test(errorType))
        return token(count)
      throw new Error('not to be repeated')
    },
    recordSuccess: () => {},
  })
  return client
}

it.each([1, 2])(
  'a DynamoDB that throttles, does parts and drops connections loses nothing (%i)',
  async seed => {
    const [table, undisturbed] = [await engine.table(), await engine.table()]
    await run(createWriter(undisturbed.client, undisturbed.name, { owner: 'test' }))

    const bad: Unreliable = await startUnreliable(engine.url, 0.15, seeded(seed))
    const client = impatient(createClient({ endpoint: bad.url }))
    await run(createWriter(client, table.name, { owner: 'test', leaseMs: 60_000, patienceMs: 0 }))
    client.config.requestHandler.destroy?.()
    await bad.close()

    for (const times of Object.values(bad.faults)) expect(times).toBeGreaterThan(3)
    expect(await contentsOf(table)).toEqual(await contentsOf(undisturbed))
  },
  20_000,
)
