import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPapersApi } from '@daily-papers/api/papers-api.ts'
import { startServer } from '@daily-papers/api/transport/node.ts'
import { askByHttp } from '@daily-papers/digest/ask.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import { ingest } from '@daily-papers/ingest/ingest.ts'
import { dayOf, lastDays } from '@daily-papers/papers/days.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { createCorpus } from '@daily-papers/store/corpus.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'

/** Days that are read again each day: what a weekly digest looks back at. */
const READ_DAYS = 16
const silent = { info() {}, warn() {}, error() {} }

/** The whole system by HTTP, over a Hub whose clock is moved along: each day is read once, at its first hour. */
export async function startGraph(hub: string, clock: { now: number }) {
  const now = () => clock.now
  const folder = await mkdtemp(join(tmpdir(), 'digest-'))
  const engine = await startEngine()
  const { client, name } = await engine.table()
  const place = folderPlace(folder)
  const api = createPapersApi({ store: createQuestions(client, name), snapshots: place, now })
  const server = await startServer({ api, port: 0 })
  const feed = hubFeed({ baseUrl: hub, now })
  const store = createWriter(client, name, { owner: 'simulation' })
  let read = ''
  return {
    ask: askByHttp({ url: `${server.url}/graphql` }),
    async beforeHour() {
      const today = dayOf(clock.now)
      if (today === read) return
      read = today
      const instant = new Date(clock.now).toISOString()
      await fetch(`${hub}/__replay/now`, { method: 'PUT', body: instant })
      await ingest({ days: lastDays(today, READ_DAYS), feed, store, log: silent, now })
      await publishSnapshot(createCorpus(client, name), place, instant)
    },
    async close() {
      await server.close()
      await engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
