import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDay } from '@daily-papers/ingest/parse.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { expect, onTestFinished, test } from 'vitest'
import type { HubEntry } from './corpus.ts'
import { generated } from './generated/generated.ts'
import { seeded } from './seeded.ts'

const random = seeded(7)

/** A day as it was read at an instant: some papers not there yet, some with other votes, some described otherwise. */
function dayAt(day: Day, readAt: string, { isWhole = false } = {}) {
  const entries = generated.entriesOn(day).filter(() => isWhole || random() < 0.9)
  const moved = entries.map((entry): HubEntry => {
    const { paper } = entry
    const upvotes = Math.round((paper.upvotes ?? 0) * random())
    const keywords = random() < 0.1 ? { ai_keywords: paper.ai_keywords?.map(each => each.toUpperCase()) } : {}
    return isWhole || random() < 0.7 ? entry : { ...entry, paper: { ...paper, upvotes, ...keywords } }
  })
  return { day, readAt, entries: parseDay(moved, day).entries }
}

test('after any writes a snapshot that copies is the same bytes as one of the whole table, in every order of days', async () => {
  const engine = await startEngine()
  const folder = await mkdtemp(join(tmpdir(), 'continued-'))
  onTestFinished(async () => {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  })
  const { client, name } = await engine.table()
  const writer = createWriter(client, name, { owner: 'test' })
  const corpus = createCorpus(client, name)
  const [copying, whole] = ['copying', 'whole'].map(each => folderPlace(join(folder, each)))
  if (!copying || !whole) throw new Error('two places are made')
  const days = generated.days.slice(-16, -6)
  await writer.putDays(days.slice(3, 6).map(day => dayAt(day, '2026-03-09T08:00:00.000Z')))
  await publishSnapshot(corpus, copying, generated.now)
  for (let hour = 0; hour < 3; hour++) {
    const readAt = `2026-03-1${hour % 3}T0${hour}:00:00.000Z`
    const some = days.filter(() => random() < 0.3)
    await writer.putDays(some.map(day => dayAt(day, readAt, { isWhole: hour === 2 })))
    if (hour === 1) {
      const [paperId = ''] = (await writer.papersOn(days)).values().next().value ?? []
      const totals = { models: 1, datasets: 2, spaces: 3 }
      await writer.putArtefacts([{ paperId, readAt, totals, top: { models: [], datasets: [], spaces: [] } }])
    }
    const copied = await publishSnapshot(corpus, copying, generated.now)
    const built = await publishSnapshot(corpus, whole, generated.now, { fromNothing: true })
    expect(copied.continues).toBe(true)
    expect(
      (await readFile(await copying.fetch(copied))).equals(await readFile(await whole.fetch(built))),
    ).toBe(true)
  }
}, 60_000)
