import { readFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import { createMaintenance } from '@daily-papers/store/maintenance.ts'
import type { DayReading } from '@daily-papers/store/reading.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { account, printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { folderPlace } from '../places/folder.ts'
import { filledTable } from '../testing/corpus.ts'
import { emptyFolder } from '../testing/folder.ts'
import { publishSnapshot } from './publish.ts'

const MONDAY = '2024-05-06'
const TUESDAY = '2024-05-07'
const AT = '2024-05-07T22:00:00.000Z'

/** One account under two full names, one organization under two handles, a keyword and an author in two spellings. */
const first = readEntry('2405.00001', MONDAY, {
  description: {
    authors: [{ name: 'Baptiste Rozière', account: account('brozi'), claim: 'claimed' }, printed('A. Lee')],
    keywords: ['Code-Generation', 'llm'],
    organization: { name: 'Lab', fullName: 'The Lab', avatar: null },
    aiSummary: { text: 'Writes code.', model: 'm' },
    code: { url: 'https://github.com/a/b', addedBy: null },
  },
  featuring: { submitter: account('ada'), submittedAt: '2024-05-06T10:00:00.000Z' },
  counters: { upvotes: 3, comments: null, githubStars: null },
})
const second = readEntry('2405.00002', TUESDAY, {
  description: {
    authors: [
      { name: 'Baptiste Roziere', account: { ...account('BRozi'), fullName: 'B. R.' }, claim: null },
      printed('A Lee'),
    ],
    keywords: ['code generation'],
    organization: { name: 'lab', fullName: null, avatar: null },
  },
  featuring: { submitter: { ...account('ada'), fullName: null } },
  counters: { upvotes: null },
})
const third = readEntry('2405.00003', TUESDAY)
const monday = reading(MONDAY, `${MONDAY}T20:00:00.000Z`, first)
const tuesday = reading(TUESDAY, `${TUESDAY}T20:00:00.000Z`, second, third)
const artefacts: Artefacts = {
  paperId: '2405.00001',
  readAt: `${TUESDAY}T21:00:00.000Z`,
  totals: { models: 2, datasets: 0, spaces: 1 },
  top: { models: [], datasets: [], spaces: [] },
}
const later = (entry: typeof first, upvotes: number) => ({
  ...entry,
  entry: { ...entry.entry, counters: { ...entry.entry.counters, upvotes } },
})

/** A table and its snapshot; `check` builds the snapshot again, continued and from nothing. */
async function snapshotOf(...readings: DayReading[]) {
  const table = await filledTable(readings)
  const place = folderPlace(await emptyFolder())
  const requests = countRequests(table.client)
  const elsewhere = folderPlace(await emptyFolder())
  const bytesOf = async (at: typeof place, fromNothing: boolean) => {
    requests.take()
    const built = await publishSnapshot(table.corpus, at, AT, { fromNothing })
    const { continues } = built
    return { continues, requests: requests.take().length, bytes: await readFile(await at.fetch(built)) }
  }
  await bytesOf(place, true)
  return {
    ...table,
    place,
    async check() {
      const continued = await bytesOf(place, false)
      const whole = await bytesOf(elsewhere, true)
      expect(continued.bytes.equals(whole.bytes)).toBe(true)
      const { continues, requests } = continued
      return { continues, requests }
    },
  }
}

const CONTINUED = { continues: true, requests: 3 }

it('reads only what was written since, in three requests, and is the same bytes as one built from nothing', async () => {
  const { writer, check } = await snapshotOf(monday, tuesday)
  expect(await check()).toEqual({ continues: true, requests: 3 })
  await writer.putDays([reading(TUESDAY, `${TUESDAY}T21:00:00.000Z`, second, later(third, 7))])
  expect(await check()).toEqual(CONTINUED)
})

it.each([
  ['a paper on the first of all days', reading('2024-05-03', AT, readEntry('2405.00009', '2024-05-03'))],
  ['a paper after all others', reading('2024-05-08', AT, readEntry('2405.00010', '2024-05-08'))],
  [
    'an earlier day of a paper',
    reading('2024-05-03', `${MONDAY}T10:00:00.000Z`, readEntry('2405.00001', '2024-05-03')),
  ],
  [
    'an older reading, which adds to history alone',
    reading(TUESDAY, `${TUESDAY}T10:00:00.000Z`, later(second, 1), later(third, 0)),
  ],
  ['a day that settles', reading(MONDAY, '2024-05-07T23:00:00.000Z', first)],
  [
    'another spelling by the earliest paper',
    reading(MONDAY, AT, {
      ...first,
      raw: {},
      entry: {
        ...first.entry,
        description: {
          ...first.entry.description,
          keywords: ['CODE generation'],
          authors: [printed('a lee')],
          organization: null,
        },
      },
    }),
  ],
])('is complete after %s', async (_, change) => {
  const { writer, check } = await snapshotOf(monday, tuesday)
  await writer.putDays([change])
  expect((await check()).continues).toBe(true)
})

it('is complete after a paper is on a second day, and after its models are counted', async () => {
  const { writer, check } = await snapshotOf(monday, tuesday)
  const again = readEntry('2405.00001', '2024-05-08', { counters: { upvotes: 9 } })
  await writer.putDays([reading('2024-05-08', AT, again)])
  expect(await check()).toEqual({ continues: true, requests: 4 })
  await writer.putArtefacts([artefacts])
  expect((await check()).continues).toBe(true)
})

it('is built from nothing after a person was forgotten, after a rebuild, and for another table', async () => {
  const { client, name, place, check } = await snapshotOf(monday, tuesday)
  const maintenance = createMaintenance(client, name, { owner: 'test' })
  await maintenance.forget('Baptiste Rozière')
  expect((await check()).continues).toBe(false)
  expect((await check()).continues).toBe(true)
  await maintenance.rebuild(() => null)
  expect((await check()).continues).toBe(false)
  const other = await filledTable([monday])
  expect(await publishSnapshot(other.corpus, place, AT)).toMatchObject({ continues: false, papers: 1 })
})

it('is built from nothing when the one before is broken, or lacks a paper that the table counts', async () => {
  const { place, corpus, check } = await snapshotOf(monday, tuesday)
  const newest = await place.newest()
  if (!newest) throw new Error('no snapshot')
  const database = new DatabaseSync(await place.fetch(newest))
  database.exec("UPDATE paper SET upvotes = 0 WHERE id = '2405.00001'")
  database.close()
  expect((await check()).continues).toBe(false)
  const miscounting = {
    ...corpus,
    writtenAfter: async (step: string) => {
      const written = await corpus.writtenAfter(step)
      return written && { ...written, totals: { ...written.totals, papers: 4 } }
    },
  }
  expect((await publishSnapshot(miscounting, place, AT)).continues).toBe(false)
})
