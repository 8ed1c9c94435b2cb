import { memoryTable } from '@daily-papers/digest/testing/memory-table.ts'
import { makeSite } from '@daily-papers/digest/testing/site.ts'
import { expect, test } from 'vitest'

const wish = { filter: { keywords: ['agents'] }, every: 'DAY', hour: 7, timeZone: 'UTC' }

test('10,000 subscriptions of one address are answered, three are mailed, and those of others go on', async () => {
  const site = makeSite(memoryTable(), async <Data>() => ({ papers: { totalCount: 1 } }) as Data)
  await site.subscribe({ ...wish, email: 'bo@example.org' })
  const path = `/subscriptions/${site.token()}`
  await site.post(path, { confirm: '1' })
  const answers = new Map<number, number>()
  for (let each = 0; each < 10_000; each++) {
    const { status } = await site.subscribe({ ...wish, email: `Ada+${each}@example.org` })
    answers.set(status, (answers.get(status) ?? 0) + 1)
  }
  expect(Object.fromEntries(answers)).toEqual({ 202: 3, 429: 9_997 })
  expect(site.mails).toHaveLength(4)
  expect((await site.subscribe({ ...wish, email: 'cy@example.org' })).status).toBe(202)
  expect(await (await site.get(path)).text()).toContain('List-Unsubscribe')
  expect(site.logged).toEqual([])
})
