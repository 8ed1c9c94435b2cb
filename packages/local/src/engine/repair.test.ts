import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@daily-papers/store/client.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import { tableDefinition } from '@daily-papers/store/table-definition.ts'
import dynalite from 'dynalite'
import dynaliteDb, { type Database } from 'dynalite/db/index.js'
import { expect, onTestFinished, test } from 'vitest'
import { embeddedServer } from './embedded.ts'
import { isLocked } from './repair.ts'

const [index] = tableDefinition.indexes
if (!index) throw new Error('the table has no index')
const { partitionKey, sortKey } = index
const item = (id: string, sort: string) => ({
  [tableDefinition.partitionKey]: { S: id },
  [tableDefinition.sortKey]: { S: '.' },
  [partitionKey]: { S: 'all' },
  [sortKey]: { S: sort },
})

/** A database of one table with three items, closed. */
async function database() {
  const path = await mkdtemp(join(tmpdir(), 'daily-papers-'))
  onTestFinished(() => rm(path, { recursive: true }))
  const server = dynalite({ path, createTableMs: 0 }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const endpoint = `http://127.0.0.1:${address.port}`
  const client = createClient({ endpoint })
  await createTable(client, 'papers')
  client.destroy()
  for (const id of ['a', 'b', 'c']) {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.PutItem',
        'x-amz-date': '20260101T000000Z',
        authorization: 'AWS4-HMAC-SHA256 Credential=x, SignedHeaders=x, Signature=x',
      },
      body: JSON.stringify({ TableName: 'papers', Item: item(id, `1#${id}`) }),
    })
    expect(await answer.text()).toBe('{}')
  }
  await new Promise(resolve => server.close(resolve))
  return path
}

async function withDatabase<T>(path: string, use: (db: Database) => Promise<T>): Promise<T> {
  const { db } = dynaliteDb.create({ path })
  await db.open()
  const result = await use(db)
  await db.close()
  return result
}

const indexRows = (path: string) =>
  withDatabase(path, db => db.iterator({ gte: 'index-', lt: 'index.' }).all())

async function restart(path: string, closedCleanly: boolean) {
  const server = (await embeddedServer(path, closedCleanly)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await new Promise(resolve => server.close(resolve))
}

/** What a kill leaves behind: a row of an item that was never put, and an item whose row is missing. */
const tear = (path: string) =>
  withDatabase(path, async db => {
    const [first, second] = await db.iterator({ gte: 'index-', lt: 'index.' }).all()
    if (!first || !second) throw new Error('no rows')
    await db.clear({ gte: first[0], lt: second[0] })
    await db.batch([{ type: 'put', key: `${second[0]}0`, value: item('never', '1#never') }])
  })

test('after a crash the repaired indexes hold exactly the rows of the items', async () => {
  const path = await database()
  const rows = await indexRows(path)
  expect(rows).toHaveLength(3)
  await tear(path)
  expect(await indexRows(path)).not.toEqual(rows)
  await restart(path, false)
  expect(await indexRows(path)).toEqual(rows)
})

test('after a clean stop nothing is repaired', async () => {
  const path = await database()
  await tear(path)
  const rows = await indexRows(path)
  await restart(path, true)
  expect(await indexRows(path)).toEqual(rows)
})

test('a table whose creation was interrupted works again', async () => {
  const path = await database()
  const status = () =>
    withDatabase(path, async db => {
      const [row] = await db.iterator({ gte: 'table~', lt: 'table~\uFFFF' }).all()
      return row
    })
  const [key, value] = (await status()) ?? ['', {}]
  await withDatabase(path, db =>
    db.batch([{ type: 'put', key, value: { ...(value as object), TableStatus: 'CREATING' } }]),
  )
  await restart(path, false)
  expect(await status()).toEqual([key, value])
})

test('a locked database is told apart from a broken one', async () => {
  const path = await database()
  await withDatabase(path, async () => {
    const error = await restart(path, true).catch((error: unknown) => error)
    expect(isLocked(error)).toBe(true)
  })
  expect(isLocked(new Error('corruption'))).toBe(false)
})
