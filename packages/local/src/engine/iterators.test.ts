import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import dynaliteDb from 'dynalite/db/index.js'
import { expect, onTestFinished, test } from 'vitest'
import { letIteratorsClose } from './iterators.ts'

test('an iterator that dynalite ends is closed', async () => {
  const path = await mkdtemp(join(tmpdir(), 'daily-papers-'))
  const { db } = dynaliteDb.create({ path })
  onTestFinished(async () => {
    await db.close()
    await rm(path, { recursive: true })
  })
  await db.open()
  letIteratorsClose(db)
  letIteratorsClose(db)
  const iterator: { next(): Promise<unknown>; return?(): Promise<void> } = db.values()
  expect(await iterator.next()).toBe(undefined)
  await iterator.return?.()
  await expect(iterator.next()).rejects.toMatchObject({ code: 'LEVEL_ITERATOR_NOT_OPEN' })
})
