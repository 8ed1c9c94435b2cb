import { readFile, rm, writeFile } from 'node:fs/promises'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { filledTable } from '@daily-papers/snapshot/testing/corpus.ts'
import { emptyFolder } from '@daily-papers/snapshot/testing/folder.ts'
import { sha256Of } from '@daily-papers/snapshot/whole-file.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { expect, test } from 'vitest'
import { createPapersApi, type PapersApiOptions } from './papers-api.ts'
import { get } from './testing/request.ts'

const organization = { name: 'lab', fullName: null, avatar: null }
const on = (day: string, id: string) =>
  reading(day, `${day}T20:00:00.000Z`, readEntry(id, day, { description: { organization } }))

/** An API with a folder for snapshots, its clock in the test's hand. */
async function started(options: Partial<PapersApiOptions> = {}) {
  const table = await filledTable([on('2024-05-06', '2405.00001')])
  const place = folderPlace(await emptyFolder())
  let clock = Date.parse('2024-05-06T21:00:00Z')
  const logged: Record<string, unknown>[] = []
  const api = createPapersApi({
    store: createQuestions(table.client, table.name),
    snapshots: place,
    now: () => clock,
    log: event => logged.push(event),
    ...options,
  })
  return {
    api,
    table,
    place,
    logged,
    later: (ms: number) => {
      clock += ms
    },
    publish: (builtAt: string) => publishSnapshot(table.corpus, place, builtAt),
    async ask(query: string) {
      const { body } = await api.handle(get(query))
      return JSON.parse(String(body))
    },
    download: () => api.handle({ ...get('{ __typename }'), path: '/snapshot', query: '' }),
  }
}

const counts = '{ status { snapshotAt } search(query: "paper") { totalCount } day { paperCount } }'

/** Every field that a snapshot answers, with the one that it leaves alone beside it. */
const everything = `{
  status { snapshotAt paperCount }
  day { papers { totalCount } }
  papers { totalCount }
  filtered: papers(filter: { minUpvotes: 1 }) { totalCount }
  ranked: papers(filter: { featured: { days: { from: "2024-01-01" } } }, orderBy: { field: UPVOTES }) { totalCount }
  search(query: "paper") { totalCount }
  stats { paperCount }
  keywordTrends { change }
  author(ref: "Ada Example") { name coauthors { paperCount } }
  paper(ref: "2405.00001") { paperId similar { score } }
  keyword(name: "sampling") { name timeline { paperCount } }
  organization(name: "lab") { name timeline { paperCount } }
}`

test('without a snapshot, the fields that it answers are null with a code, and all others of the query answered', async () => {
  const { ask, logged } = await started()
  await ask(
    '{ papers { totalCount } day { papers { totalCount } } author(ref: "Ada Example") { paperCount } }',
  )
  // Lists do not even look for one.
  expect(logged).toEqual([])
  // Often enough that it is compiled.
  for (let time = 0; time < 6; time++) {
    const { data, errors } = await ask(everything)
    expect(data).toEqual({
      status: { snapshotAt: null, paperCount: 1 },
      day: { papers: { totalCount: 1 } },
      papers: { totalCount: 1 },
      filtered: null,
      ranked: null,
      search: null,
      stats: null,
      keywordTrends: null,
      author: { name: 'Ada Example', coauthors: null },
      paper: { paperId: '2405.00001', similar: null },
      keyword: { name: 'sampling', timeline: null },
      organization: { name: 'lab', timeline: null },
    })
    const paths = errors.map(({ path }: { path: string[] }) => path.join('.'))
    expect(paths.sort()).toEqual([
      'author.coauthors',
      'filtered',
      'keyword.timeline',
      'keywordTrends',
      'organization.timeline',
      'paper.similar',
      'ranked',
      'search',
      'stats',
    ])
    for (const { message, extensions } of errors) {
      expect(extensions.code).toBe('SNAPSHOT_UNAVAILABLE')
      expect(message).toContain('no snapshot was built yet')
    }
  }
  expect(logged[0]).toEqual({
    level: 'INFO',
    message: 'search and statistics are not ready',
    reason: 'no snapshot was built yet',
  })
})

test('the first request after a build uses the new snapshot', async () => {
  const { ask, publish } = await started()
  expect((await ask(counts)).data.search).toBe(null)
  await publish('2024-05-06T21:00:00.000Z')
  expect(await ask(counts)).toMatchObject({
    data: { status: { snapshotAt: '2024-05-06T21:00:00.000Z' }, search: { totalCount: 1 } },
  })
})

test('a newer one is taken within a minute, and the old one serves until then', async () => {
  const { ask, publish, table, later } = await started()
  await publish('2024-05-06T21:00:00.000Z')
  expect((await ask(counts)).data.search.totalCount).toBe(1)
  await table.writer.putDays([on('2024-05-07', '2405.00002')])
  await publish('2024-05-07T21:00:00.000Z')
  expect((await ask(counts)).data.search.totalCount).toBe(1)
  later(60_000)
  expect((await ask(counts)).data.search.totalCount).toBe(1)
  await expect.poll(async () => (await ask(counts)).data.search.totalCount).toBe(2)
})

test('where nothing runs between questions, the first after a minute waits for the newer one', async () => {
  const { ask, publish, table, later } = await started({ snapshotWaitMs: 10_000 })
  await publish('2024-05-06T21:00:00.000Z')
  expect((await ask(counts)).data.search.totalCount).toBe(1)
  await table.writer.putDays([on('2024-05-07', '2405.00002')])
  await publish('2024-05-07T21:00:00.000Z')
  later(60_000)
  expect((await ask(counts)).data.search.totalCount).toBe(2)
})

test('a damaged snapshot is never opened: the old one stays, or its fields are errors', async () => {
  const { ask, publish, place, table, later, logged } = await started()
  await publish('2024-05-06T21:00:00.000Z')
  expect((await ask(counts)).data.search.totalCount).toBe(1)
  await table.writer.putDays([on('2024-05-07', '2405.00002')])
  const newer = await publish('2024-05-07T21:00:00.000Z')
  const file = await place.fetch(newer)
  const bytes = await readFile(file)
  bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1
  await writeFile(file, bytes)
  later(60_000)
  await ask(counts)
  await expect.poll(() => logged).toMatchObject([{ message: 'no newer snapshot' }])
  expect((await ask(counts)).data.search.totalCount).toBe(1)
  const fresh = createPapersApi({
    store: createQuestions(table.client, table.name),
    snapshots: place,
    log: () => {},
  })
  const { data, errors } = JSON.parse(String((await fresh.handle(get(everything))).body))
  expect(data).toMatchObject({ papers: { totalCount: 2 }, filtered: null, author: { coauthors: null } })
  expect(errors).toHaveLength(9)
  for (const { message } of errors) expect(message).toContain('the checksum of the snapshot does not match')
})

test('the download is the file, with its checksum; without one it says when to try again', async () => {
  const { publish, download, place } = await started()
  expect(await download()).toMatchObject({ status: 503, headers: { 'retry-after': '600' } })
  const { sha256 } = await publish('2024-05-06T21:00:00.000Z')
  const { status, headers, body } = await download()
  expect(status).toBe(200)
  expect(headers['repr-digest']).toBe(`sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
  const copy = `${await emptyFolder()}/copy.sqlite`
  await writeFile(copy, body ?? '')
  expect(await sha256Of(copy)).toBe(sha256)
  await rm(await place.fetch({ ...(await publish('2024-05-06T22:00:00.000Z')) }))
  expect(await download()).toMatchObject({ status: 503 })
})

test('a response from the snapshot is fresh for a minute, whatever old days are beside it', async () => {
  const { api, publish, table } = await started()
  await table.writer.putDays([on('2023-06-01', '2306.00001')])
  await publish('2024-05-06T21:00:00.000Z')
  const kept = async (more: string) =>
    (await api.handle(get(`{ day(date: "2023-06-01") { date } ${more} }`))).headers['cache-control']
  expect(await kept('')).toBe('public, max-age=86400')
  for (const more of ['stats { paperCount }', 'search(query: "a", first: 0) { totalCount }'])
    expect(await kept(more)).toBe('public, max-age=60')
})
