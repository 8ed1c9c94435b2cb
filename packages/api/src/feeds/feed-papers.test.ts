import type { FeedSubject } from '@daily-papers/graph/feed-address.ts'
import { addDays } from '@daily-papers/papers/days.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedContents } from './feed-papers.ts'

/** Seven days of 90 papers; on each the first ten have 50 upvotes, and every paper of the oldest day has 100. */
const days = Array.from({ length: 7 }, (_, i) => addDays('2024-05-01', i))
const organizations = [
  { name: 'lab', fullName: 'The Lab', avatar: null },
  { name: 'club', fullName: null, avatar: null },
]
const readings = days.map((day, d) =>
  reading(
    day,
    `${day}T23:00:00.000Z`,
    ...Array.from({ length: 90 }, (_, i) =>
      readEntry(`2405.${d}${String(i).padStart(4, '0')}`, day, {
        counters: { upvotes: d === 0 ? 100 : i < 10 ? 50 : 1 },
        description: { organization: organizations[i] ?? null },
      }),
    ),
  ),
)

let engine: TestEngine
let contents: (subject: FeedSubject, minUpvotes: number | null) => ReturnType<typeof feedContents>
let counted: { take(): string[] }
beforeAll(async () => {
  engine = await startEngine()
  const { client, name } = await engine.table()
  await createWriter(client, name, { owner: 'test' }).putDays(readings)
  counted = countRequests(client)
  const store = createQuestions(client, name)
  contents = (subject, minUpvotes) => feedContents(store.forRequest(), subject, minUpvotes)
})
afterAll(() => engine.close())

const latest = { kind: 'latest' } as const
const author = { kind: 'author', name: 'Ada Example' } as const

test('a feed has at most the newest 100 papers', async () => {
  for (const subject of [latest, author]) {
    const papers = (await contents(subject, null))?.papers ?? []
    expect(papers).toHaveLength(100)
    expect(papers.filter(({ featuredOn }) => featuredOn === days[6])).toHaveLength(90)
  }
})

test('papers with enough votes are looked for among the newest 500, and not beyond', async () => {
  for (const subject of [latest, author]) {
    const papers = (await contents(subject, 50))?.papers ?? []
    // Five whole days, and of the sixth the fifty that come first: those with the highest ids, of which none has the votes.
    expect(papers).toHaveLength(50)
    expect((await contents(subject, 100))?.papers).toEqual([])
  }
})

test('a feed is named after its subject, and leads to the same papers on the Hub', async () => {
  const headOf = async (subject: FeedSubject) => {
    const { title, home } = (await contents(subject, null)) ?? {}
    return { title, home }
  }
  expect(await headOf(latest)).toEqual({ title: 'Daily Papers', home: 'https://huggingface.co/papers' })
  expect(await headOf({ kind: 'day', day: '2024-05-01' })).toEqual({
    title: 'Daily Papers of 2024-05-01',
    home: 'https://huggingface.co/papers/date/2024-05-01',
  })
  expect(await headOf(author)).toEqual({ title: 'Daily Papers: Ada Example', home: null })
  expect(await headOf({ kind: 'organization', name: 'lab' })).toEqual({
    title: 'Daily Papers: The Lab',
    home: 'https://huggingface.co/lab',
  })
  expect(await headOf({ kind: 'organization', name: 'club' })).toEqual({
    title: 'Daily Papers: club',
    home: 'https://huggingface.co/club',
  })
})

test('the search takes a bounded number of requests', async () => {
  counted.take()
  await contents(latest, null)
  expect(counted.take()).toEqual(['Query'])
  await contents(latest, 100)
  expect(counted.take()).toEqual(Array(5).fill('Query'))
  await contents(author, 100)
  const requests = counted.take()
  expect(requests.length).toBeLessThanOrEqual(11)
})
