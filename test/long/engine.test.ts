import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DynamoDBDocumentClient, PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { startEngine } from '@daily-papers/local/engine.ts'
import { isAlive, readEngineFile } from '@daily-papers/local/engine-file.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import { expect, onTestFinished, test } from 'vitest'

async function dataDir() {
  const dir = await mkdtemp(join(tmpdir(), 'daily-papers-'))
  onTestFinished(() => rm(dir, { recursive: true, maxRetries: 5 }))
  return dir
}

const item = (id: number, round: number) => ({
  pk: `P#${id}`,
  sk: 'P',
  list: 'P',
  byUpvotes: `${String((id * 7 + round * 13) % 1000).padStart(7, '0')}#${id}`,
  votes: round,
})

const put = (client: DynamoDBDocumentClient, id: number, round: number) =>
  client.send(new PutCommand({ TableName: 'papers', Item: item(id, round) }))

const disconnect = (client: DynamoDBDocumentClient) => client.config.requestHandler.destroy?.()

function connect(endpoint: string) {
  const client = createClient({ endpoint, maxAttempts: 1 })
  onTestFinished(() => disconnect(client))
  return client
}

const pid = (dir: string) => {
  const record = readEngineFile(dir)
  if (record === null || record === 'unreadable') throw new Error('no engine runs')
  return record.pid
}

test('killed in the middle of writing, the engine starts again with every answered write and whole indexes', async () => {
  const dir = await dataDir()
  const answered = new Map<number, number>()
  for (let round = 1; round <= 6; round++) {
    const engine = await startEngine(dir)
    const client = connect(engine.url)
    if (round === 1) await createTable(client, 'papers')
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let id = writer; ; id = (id + 8) % 200) {
        await put(client, id, round)
        answered.set(id, round)
      }
    })
    const failed = Promise.allSettled(writers)
    await sleep(150 + 40 * round)
    process.kill(pid(dir), 'SIGKILL')
    await failed
    expect(readEngineFile(dir)).not.toBe(null)
  }

  const engine = await startEngine(dir)
  const client = connect(engine.url)
  const stored = await client.send(new ScanCommand({ TableName: 'papers' }))
  const rounds = new Map(stored.Items?.map(row => [row.pk, row.votes]))
  for (const [id, round] of answered) expect(rounds.get(`P#${id}`)).toBeGreaterThanOrEqual(round)
  const listed = await client.send(
    new QueryCommand({
      TableName: 'papers',
      IndexName: 'upvotes',
      KeyConditionExpression: '#list = :list',
      ExpressionAttributeNames: { '#list': 'list' },
      ExpressionAttributeValues: { ':list': 'P' },
    }),
  )
  const places = (rows: typeof stored.Items) => rows?.map(row => `${row.byUpvotes} ${row.votes}`).sort()
  expect(places(listed.Items)).toEqual(places(stored.Items))
  await engine.stop()
})

test('an engine that runs is found and shared, and stays when the second user leaves', async () => {
  const dir = await dataDir()
  const first = await startEngine(dir)
  const second = await startEngine(dir)
  expect(second.url).toBe(first.url)
  expect([first.owned, second.owned]).toEqual([true, false])
  await second.stop()
  const client = connect(first.url)
  await createTable(client, 'papers')
  disconnect(client)
  await first.stop()
  await expect.poll(() => readEngineFile(dir), { timeout: 30_000 }).toBe(null)
})

test('an engine stopped while another process uses it goes on until that one leaves', async () => {
  const dir = await dataDir()
  const engine = await startEngine(dir)
  const client = connect(engine.url)
  await createTable(client, 'papers')
  await engine.stop()
  await put(client, 1, 1)
  const joined = await startEngine(dir)
  expect(joined.url).toBe(engine.url)
  disconnect(client)
  await sleep(300)
  const other = connect(joined.url)
  await createTable(other, 'papers')
  disconnect(other)
  await joined.stop()
  await expect.poll(() => readEngineFile(dir), { timeout: 30_000 }).toBe(null)
})

test('two that start at the same time share one engine', async () => {
  const dir = await dataDir()
  const engines = await Promise.all([startEngine(dir), startEngine(dir), startEngine(dir)])
  expect(new Set(engines.map(engine => engine.url)).size).toBe(1)
  expect(engines.filter(engine => engine.owned)).toHaveLength(1)
  await Promise.all(engines.map(engine => engine.stop()))
})

test('the record of an engine that is gone does not keep a new one from starting', async () => {
  const dir = await dataDir()
  await writeFile(join(dir, 'engine.json'), '{"pid": 1')
  const engine = await startEngine(dir)
  expect(JSON.parse(await readFile(join(dir, 'engine.json'), 'utf8')).url).toBe(engine.url)
  await engine.stop()
})

test('when the process that started it is killed, the engine closes its database and ends', async () => {
  const dir = await dataDir()
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { startEngine } = await import(${JSON.stringify(import.meta.resolve('@daily-papers/local/engine.ts'))})
     await startEngine(${JSON.stringify(dir)})
     process.stdout.write('started')`,
  ])
  await once(parent.stdout, 'data')
  const engine = pid(dir)
  parent.kill('SIGKILL')
  await expect.poll(() => isAlive(engine), { timeout: 30_000 }).toBe(false)
  expect(existsSync(join(dir, 'engine.json'))).toBe(false)
})

test('a client killed in the middle of a request does not take the engine with it', async () => {
  const dir = await dataDir()
  const engine = await startEngine(dir)
  const client = connect(engine.url)
  await createTable(client, 'papers')
  for (let i = 0; i < 5; i++) {
    const killed = spawn(process.execPath, [
      '--eval',
      `const request = require('node:http').request(${JSON.stringify(engine.url)}, { method: 'POST', headers: { 'content-length': 1e6 } })
       request.on('error', () => {})
       request.write('x'.repeat(1e5), () => process.stdout.write('sent'))`,
    ])
    await once(killed.stdout, 'data')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
  }
  await put(client, 1, 1)
  disconnect(client)
  await engine.stop()
})
