import { copyFile, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { publishSnapshot } from '../build/publish.ts'
import { refreshSnapshot } from '../build/refresh.ts'
import { openNewest } from '../open/open.ts'
import { brokenOff, filledTable } from '../testing/corpus.ts'
import { emptyFolder } from '../testing/folder.ts'
import { folderPlace } from './folder.ts'
import { sha256Of } from './whole-file.ts'

const monday = reading('2024-05-06', '2024-05-06T20:00:00.000Z', readEntry('2405.00001', '2024-05-06'))
const tuesday = reading('2024-05-07', '2024-05-07T20:00:00.000Z', readEntry('2405.00002', '2024-05-07'))

it('has no newest snapshot before the first', async () => {
  expect(await folderPlace(join(await emptyFolder(), 'absent')).newest()).toBe(null)
})

it('describes the newest by size, checksum, schema and time, and stores only that one', async () => {
  const place = folderPlace(await emptyFolder())
  const table = await filledTable([monday])
  await publishSnapshot(table.corpus, place, '2024-05-06T21:00:00.000Z')
  await table.writer.putDays([tuesday])
  // By an earlier clock, as under NOW: what was published last counts.
  const second = await publishSnapshot(table.corpus, place, '2024-05-05T21:00:00.000Z')
  const { papers, continues, ...described } = second
  expect({ papers, continues }).toEqual({ papers: 2, continues: true })
  expect(await place.newest()).toEqual({ ...described, builtAt: '2024-05-05T21:00:00.000Z' })
  const file = await place.fetch(second)
  expect(await sha256Of(file)).toBe(second.sha256)
  expect(await readdir(join(file, '..'))).toHaveLength(1)
})

it('is refused when its tables have another version, and is then built again', async () => {
  const place = folderPlace(await emptyFolder())
  const { corpus } = await filledTable([monday])
  const built = await publishSnapshot(corpus, place, '2024-05-06T21:00:00.000Z')
  const older = { ...place, newest: async () => ({ ...built, schema: built.schema - 1 }) }
  await expect(openNewest(older)).rejects.toThrow(`schema version ${built.schema - 1}`)
  const now = '2024-05-06T21:10:00.000Z'
  expect(await refreshSnapshot(corpus, older, { now })).toMatchObject({ schema: built.schema })
  expect(await refreshSnapshot(corpus, place, { now })).toBe(null)
})

it('stays published when a build fails, and deletes the draft of a killed build', async () => {
  const folder = await emptyFolder()
  const place = folderPlace(folder)
  const { corpus } = await filledTable([monday, tuesday])
  const first = await publishSnapshot(corpus, place, '2024-05-06T21:00:00.000Z')
  const publishing = publishSnapshot(brokenOff(corpus), place, '2024-05-06T22:00:00.000Z', {
    fromNothing: true,
  })
  await expect(publishing).rejects.toThrow('went away')
  expect(await place.newest()).toMatchObject({ sha256: first.sha256 })
  expect(await readdir(folder)).toHaveLength(1)
  const left = join(folder, 'draft-of-a-killed-build.sqlite')
  await writeFile(left, 'half a file')
  expect(await place.newest()).toMatchObject({ sha256: first.sha256 })
  await utimes(left, 0, 0)
  await place.draft()
  expect(await readdir(folder)).toHaveLength(1)
})

it('takes the later of two when a kill left both', async () => {
  const folder = await emptyFolder()
  const place = folderPlace(folder)
  const { corpus } = await filledTable([monday])
  const first = await publishSnapshot(corpus, place, '2024-05-06T21:00:00.000Z')
  const later = join(folder, `20240506T220000000Z.v${first.schema}.${first.sha256}.sqlite`)
  await copyFile(await place.fetch(first), later)
  await utimes(await place.fetch(first), 1, 1)
  expect(await place.newest()).toMatchObject({ builtAt: '2024-05-06T22:00:00.000Z' })
})
