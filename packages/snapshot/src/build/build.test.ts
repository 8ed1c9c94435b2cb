import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createMaintenance } from '@daily-papers/store/maintenance.ts'
import { account, printed, readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { expect, it, onTestFinished } from 'vitest'
import { sha256Of } from '../places/whole-file.ts'
import { filledTable } from '../testing/corpus.ts'
import { emptyFolder } from '../testing/folder.ts'
import { buildSnapshot } from './build.ts'

const MONDAY = '2024-05-06'
const TUESDAY = '2024-05-07'

const rozière = readEntry('2405.00001', MONDAY, {
  description: {
    title: 'Code Models',
    authors: [
      { name: 'Baptiste Rozière', account: account('brozi'), claim: 'claimed_verified' },
      printed('Łukasz Ø'),
    ],
    keywords: ['code generation', 'Code-Generation', 'llm'],
    organization: { name: 'lab', fullName: 'The Lab', avatar: null },
    aiSummary: { text: 'Writes code.', model: null },
  },
  featuring: { submitter: account('ada') },
  counters: { upvotes: 3, comments: null, githubStars: null },
})
const again = readEntry('2405.00001', TUESDAY, {
  description: rozière.entry.description,
  featuring: { submitter: account('bob') },
  counters: { upvotes: 9 },
})
const other = readEntry('2405.00002', TUESDAY, { counters: { upvotes: null } })

const monday = reading(MONDAY, `${MONDAY}T20:00:00.000Z`, rozière)
const tuesday = reading(TUESDAY, `${TUESDAY}T20:00:00.000Z`, again, other)

async function built(table: Awaited<ReturnType<typeof filledTable>>) {
  const file = join(await emptyFolder(), 'snapshot.sqlite')
  await buildSnapshot(table.corpus, file)
  const database = new DatabaseSync(file, { readOnly: true })
  onTestFinished(() => database.close())
  const rows = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map(row => ({ ...row }))
  return { file, rows }
}

it('holds each paper once, as its latest day shows it, with unknown numbers as NULL', async () => {
  const { rows } = await built(await filledTable([monday, tuesday]))
  expect(rows('SELECT id, featured_on, upvotes, has_ai_summary FROM paper')).toEqual([
    { id: '2405.00001', featured_on: MONDAY, upvotes: 9, has_ai_summary: 1 },
    { id: '2405.00002', featured_on: TUESDAY, upvotes: null, has_ai_summary: 0 },
  ])
  expect(rows('SELECT paper, day, key FROM featuring LEFT JOIN account ON account = submitter')).toEqual([
    { paper: 1, day: MONDAY, key: 'ada' },
    { paper: 1, day: TUESDAY, key: 'bob' },
    { paper: 2, day: TUESDAY, key: null },
  ])
  expect(rows('SELECT date, paper_count FROM day')).toEqual([
    { date: MONDAY, paper_count: 1 },
    { date: TUESDAY, paper_count: 2 },
  ])
})

it('counts the papers of authors, keywords, organizations and accounts as the table does', async () => {
  const { rows } = await built(await filledTable([monday, tuesday]))
  expect(rows('SELECT key, name, paper_count FROM author ORDER BY key')).toEqual([
    { key: 'ada example', name: 'Ada Example', paper_count: 1 },
    { key: 'baptiste roziere', name: 'Baptiste Rozière', paper_count: 1 },
    { key: 'lukasz o', name: 'Łukasz Ø', paper_count: 1 },
    { key: 'only 2405.00002'.replace('.', ''), name: 'Only 2405.00002', paper_count: 1 },
  ])
  expect(rows('SELECT key, paper_count FROM keyword ORDER BY key')).toEqual([
    { key: 'code generation', paper_count: 1 },
    { key: 'llm', paper_count: 1 },
    { key: 'sampling', paper_count: 1 },
  ])
  expect(rows('SELECT name, full_name FROM organization')).toEqual([{ name: 'lab', full_name: 'The Lab' }])
  expect(rows('SELECT key, paper_count, submission_count FROM account ORDER BY key')).toEqual([
    { key: 'ada', paper_count: 0, submission_count: 1 },
    { key: 'bob', paper_count: 0, submission_count: 1 },
    { key: 'brozi', paper_count: 1, submission_count: 0 },
  ])
})

it('finds words without accents, and keeps how counters moved', async () => {
  const { rows } = await built(await filledTable([monday], [tuesday]))
  expect(rows(`SELECT rowid FROM paper_words WHERE paper_words MATCH 'roziere lukasz'`)).toEqual([
    { rowid: 1 },
  ])
  expect(rows('SELECT paper, at, upvotes FROM history WHERE paper = 1')).toEqual([
    { paper: 1, at: `${MONDAY}T20:00:00.000Z`, upvotes: 3 },
    { paper: 1, at: `${TUESDAY}T20:00:00.000Z`, upvotes: 9 },
  ])
})

it('is the same bytes for the same data, however they were brought in', async () => {
  const first = await built(await filledTable([monday, tuesday]))
  const second = await built(await filledTable([tuesday], [monday]))
  expect(await sha256Of(second.file)).toBe(await sha256Of(first.file))
  const changed = await built(await filledTable([monday]))
  expect(await sha256Of(changed.file)).not.toBe(await sha256Of(first.file))
})

it('holds nothing of a person who was forgotten', async () => {
  const table = await filledTable([monday, tuesday])
  await createMaintenance(table.client, table.name, { owner: 'test' }).forget('Baptiste Rozière')
  const { rows } = await built(table)
  expect(rows(`SELECT key FROM author WHERE key LIKE '%rozi%'`)).toEqual([])
  expect(rows(`SELECT rowid FROM paper_words WHERE paper_words MATCH 'roziere'`)).toEqual([])
})

it('is a whole, empty file for an empty table', async () => {
  const { rows } = await built(await filledTable())
  expect(rows('SELECT count(*) AS papers FROM paper')).toEqual([{ papers: 0 }])
})
