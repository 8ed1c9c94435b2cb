import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dayOf, isDay } from '@daily-papers/papers/days.ts'
import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import type { Corpus } from '../corpus.ts'
import { linkedRepos } from './artefacts.ts'
import { createFaults, type Fault, type FaultRule } from './faults.ts'
import { grownDay } from './growth.ts'
import { createQuota } from './quota.ts'

export interface HubOptions {
  /** Where its clock stands. */
  now: Instant
  /** Days fill and votes grow with time; without it days are always as they are in the end. */
  growth?: boolean
  /** Requests in five minutes of its clock; no limit when absent. */
  quota?: number
  faults?: readonly FaultRule[]
}

/** A stand-in for the Hub on loopback that serves a corpus as the Hub serves its feed. */
export interface Hub {
  url: string
  setNow(now: Instant): void
  setFaults(seed: number, rules: readonly FaultRule[]): void
  /** Paths asked for, in order, with the instant of its clock. */
  asked: { path: string; at: number }[]
  /** The entries that it would serve for a day now, without a fault. */
  entriesOn(day: Day): unknown[]
  close(): Promise<void>
}

export async function startHub(corpus: Corpus, options: HubOptions): Promise<Hub> {
  let now = Date.parse(options.now)
  let faults = createFaults(1, options.faults ?? [])
  const quota = createQuota(options.quota ?? null)

  const entriesOn = (day: Day): unknown[] =>
    options.growth ? grownDay(corpus.entriesOn(day), day, now) : [...corpus.entriesOn(day)]

  const asked: Hub['asked'] = []
  const dayOfPaper = new Map(
    corpus.days.flatMap(day => corpus.entriesOn(day).map(({ paper }) => [paper.id, day] as const)),
  )
  const reposOf = (id: string) => {
    const day = dayOfPaper.get(id)
    return day === undefined ? null : linkedRepos(id, day, now)
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    asked.push({ path: url.pathname, at: now })
    const { isRefused, headers } = quota.take(now)
    if (isRefused) return send(response, 429, { error: 'We had to rate limit you' }, headers)
    const fault = faults.next()
    if (fault && breaks(fault, response)) return
    const [, paperId] = /^\/api\/arxiv\/(.+)\/repos$/.exec(url.pathname) ?? []
    if (paperId) {
      const repos = reposOf(paperId)
      const body = JSON.stringify(repos ?? { error: 'Paper not found' })
      if (fault?.kind === 'truncate') return cut(response, body)
      return send(response, repos ? 200 : 404, body, headers)
    }
    const answer = answerTo(url, now, entriesOn)
    if ('error' in answer) return send(response, 400, answer, headers)
    const { entries, next } = answer
    const body = JSON.stringify(faults.disturb(fault, entries))
    if (next) headers.link = `<${next}>; rel="next"`
    if (fault?.kind === 'truncate') return cut(response, body)
    setTimeout(() => send(response, 200, body, headers), fault?.kind === 'slow' ? fault.ms : 0)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setNow(instant) {
      now = Date.parse(instant)
    },
    setFaults(seed, rules) {
      faults = createFaults(seed, rules)
    },
    asked,
    entriesOn,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** A page of a day, and the address of the next one; or why the Hub refuses. */
function answerTo(url: URL, now: number, entriesOn: (day: Day) => unknown[]) {
  const day = url.searchParams.get('date') ?? ''
  const [size, page] = [url.searchParams.get('limit') ?? 50, url.searchParams.get('p') ?? 0].map(Number) as [
    number,
    number,
  ]
  const today = dayOf(now)
  if (url.pathname !== '/api/daily_papers') return { error: 'Not found' }
  if (!isDay(day)) return { error: 'date: Invalid ISO date' }
  if (day > today) return { error: `date: must be less than or equal to "${today}T23:59:59.999Z"` }
  const all = entriesOn(day)
  const next = new URL(url)
  next.searchParams.set('p', String(page + 1))
  const end = (page + 1) * size
  return { entries: all.slice(page * size, end), next: end < all.length ? next.href : null }
}

function send(
  response: ServerResponse,
  status: number,
  body: string | object,
  headers: Record<string, string | number>,
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** Half of the body under the length of the whole. */
function cut(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}

/** Answers, or leaves unanswered, as a fault says; false when the answer is made of entries all the same. */
function breaks(fault: Fault, response: ServerResponse): boolean {
  if (fault.kind === 'hang') return true
  if (fault.kind === 'reset') response.destroy()
  else if (fault.kind === 'status')
    send(
      response,
      fault.status,
      { error: 'Internal Error' },
      fault.retryAfter ? { 'retry-after': fault.retryAfter } : {},
    )
  else if (fault.kind === 'html')
    send(response, 200, '<!doctype html><h1>503</h1>', { 'content-type': 'text/html' })
  else if (fault.kind === 'errorObject') send(response, 200, { error: 'Something went wrong' }, {})
  else return false
  return true
}
