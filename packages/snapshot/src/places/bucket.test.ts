import { readdir } from 'node:fs/promises'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { refreshSnapshot } from '../build/refresh.ts'
import { openNewest } from '../open/open.ts'
import { SCHEMA_VERSION } from '../sql/tables.ts'
import { filledTable } from '../testing/corpus.ts'
import { emptyFolder } from '../testing/folder.ts'
import { startS3 } from '../testing/s3.ts'
import { bucketPlace } from './bucket.ts'
import { SnapshotError } from './whole-file.ts'

const on = (day: string, id: string) => reading(day, `${day}T20:00:00.000Z`, readEntry(id, day))

async function started() {
  const table = await filledTable([on('2024-05-06', '2405.00001')])
  const { endpoint, objects } = await startS3()
  const placeOn = async () => bucketPlace({ bucket: 'snapshots', folder: await emptyFolder(), endpoint })
  const builder = await placeOn()
  const refresh = (now: string, force = false) => refreshSnapshot(table.corpus, builder, { now, force })
  return { ...table, objects, endpoint, placeOn, refresh }
}

it('is one object with its description, which another machine reads', async () => {
  const { refresh, placeOn, objects } = await started()
  const reader = await placeOn()
  expect(await reader.newest()).toBe(null)
  const built = await refresh('2024-05-06T21:00:00.000Z')
  expect([...objects.keys()]).toEqual(['/snapshots/daily-papers.sqlite'])
  expect(await reader.newest()).toEqual({
    sha256: built?.sha256,
    bytes: built?.bytes,
    schema: SCHEMA_VERSION,
    builtAt: '2024-05-06T21:00:00.000Z',
    step: built?.step,
  })
  const { database } = await openNewest(reader)
  expect(database.one('SELECT id FROM paper')).toEqual({ id: '2405.00001' })
  database.close()
})

it('is built again only after a write or on request', async () => {
  const { refresh, writer } = await started()
  expect(await refresh('2024-05-06T21:00:00.000Z')).not.toBe(null)
  expect(await refresh('2024-05-06T21:20:00.000Z')).toBe(null)
  await writer.putDays([on('2024-05-06', '2405.00001')])
  expect(await refresh('2024-05-06T21:40:00.000Z')).toBe(null)
  await writer.putDays([on('2024-05-07', '2405.00002')])
  expect(await refresh('2024-05-06T22:20:00.000Z')).toMatchObject({ papers: 2, continues: true })
  expect(await refresh('2024-05-06T22:40:00.000Z')).toBe(null)
  expect(await refresh('2024-05-06T22:41:00.000Z', true)).toMatchObject({ continues: false })
})

it('is handed out by a link that is good for one minute', async () => {
  const { refresh, placeOn, objects } = await started()
  const built = await refresh('2024-05-06T21:00:00.000Z')
  if (!built) throw new Error('nothing was built')
  const found = await (await placeOn()).download(built)
  const url = new URL('url' in found ? found.url : '')
  expect(url.pathname).toBe('/snapshots/daily-papers.sqlite')
  expect(url.searchParams.get('X-Amz-Expires')).toBe('60')
  const body = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(body.equals(objects.get(url.pathname)?.body ?? Buffer.alloc(0))).toBe(true)
})

it('is refused when another one was put while it was fetched, and the next question opens that one', async () => {
  const { refresh, placeOn, writer } = await started()
  await refresh('2024-05-06T21:00:00.000Z')
  const reader = await placeOn()
  const newest = await reader.newest()
  await writer.putDays([on('2024-05-07', '2405.00002')])
  await refresh('2024-05-07T21:00:00.000Z', true)
  await expect(openNewest({ ...reader, newest: async () => newest })).rejects.toThrow(SnapshotError)
  const { database } = await openNewest(reader)
  expect(database.one('SELECT count(*) AS papers FROM paper')).toEqual({ papers: 2 })
  database.close()
})

it('deletes a partial download', async () => {
  const { refresh, objects, endpoint } = await started()
  await refresh('2024-05-06T21:00:00.000Z')
  const folder = await emptyFolder()
  const reader = bucketPlace({ bucket: 'snapshots', folder, endpoint })
  const newest = await reader.newest()
  const kept = objects.get('/snapshots/daily-papers.sqlite')
  if (!kept || !newest) throw new Error('nothing was built')
  kept.breaksOff = true
  await expect(reader.fetch(newest)).rejects.toThrow('aborted')
  expect(await readdir(folder)).toEqual([])
})
