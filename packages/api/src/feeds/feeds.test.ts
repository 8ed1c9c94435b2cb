import { fullId, readings, week, weekend } from '@daily-papers/graph/testing/week.ts'
import type { ArtefactTotals } from '@daily-papers/papers/artefact.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { startEngine, type TestEngine } from '@daily-papers/store/testing/engine.ts'
import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Api } from '../api.ts'
import { createPapersApi } from '../papers-api.ts'
import { anEvent } from '../testing/event.ts'
import { aRequest } from '../testing/request.ts'
import { toRequest, toResult } from '../transport/lambda.ts'
import { startServer } from '../transport/node.ts'
import { hostile, hostileDay, hostileReading } from './testing/hostile.ts'
import { problemsOfAtom, problemsOfJsonFeed } from './testing/validate.ts'

let engine: TestEngine
let api: Api
let emptyApi: Api
let counted: { take(): string[] }
let update: (upvotes: number) => Promise<unknown>
let link: (totals: ArtefactTotals) => Promise<unknown>

beforeAll(async () => {
  engine = await startEngine()
  const now = () => Date.parse(weekend)
  const { client, name } = await engine.table()
  const writer = createWriter(client, name, { owner: 'test' })
  await writer.putDays([...readings, hostileReading])
  update = upvotes =>
    writer.putDays([
      reading(
        '2024-03-04',
        `2024-05-12T0${upvotes}:00:00.000Z`,
        readEntry('2403.00001', '2024-03-04', { counters: { upvotes } }),
      ),
    ])
  link = totals => {
    const readAt = '2024-05-12T08:00:00.000Z'
    return writer.putArtefacts([
      { paperId: '2403.00001', readAt, totals, top: { models: [], datasets: [], spaces: [] } },
    ])
  }
  counted = countRequests(client)
  api = createPapersApi({ store: createQuestions(client, name), now })
  const empty = await engine.table()
  emptyApi = createPapersApi({ store: createQuestions(empty.client, empty.name), now })
})
afterAll(() => engine.close())

async function get(url: string, headers = {}, from = api) {
  const [path = '', query = ''] = url.split('?')
  const response = await from.handle(aRequest({ path, query, headers }))
  return { ...response, body: String(response.body ?? '') }
}

const messageOf = ({ body }: { body: string }): string => JSON.parse(body).errors[0].message

interface Item {
  id: string
  url: string
  title: string
  date_published: string
}
const itemsOf = ({ body }: { body: string }): Item[] => JSON.parse(body).items
const idsOf = (answer: { body: string }) => itemsOf(answer).map(({ id }) => id)

const subjects = [
  'latest',
  'days/2024-05-06',
  `days/${hostileDay}`,
  'authors/ada%20example',
  `authors/${encodeURIComponent(`A ${hostile}`.toWellFormed())}`,
  'authors/100%25%20C%2B%2B%2FRust',
  'organizations/lab',
  'organizations/lab%26co',
  'keywords/Long-Context',
  'keywords/a%2Fb.atom',
]

describe('a feed', () => {
  test.each(subjects)('%s is valid Atom and JSON Feed, and opens in a reader', async subject => {
    const atom = await get(`/feeds/${subject}.atom`)
    expect([atom.status, atom.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    expect(await problemsOfAtom(atom.body)).toEqual([])
    const json = await get(`/feeds/${subject}.json`)
    expect([json.status, json.headers['content-type']]).toEqual([200, 'application/feed+json; charset=utf-8'])
    expect(problemsOfJsonFeed(json.body)).toEqual([])

    const items = itemsOf(json)
    for (const { entries = [] } of [extractFromXml(atom.body), extractFromJson(JSON.parse(json.body))]) {
      expect(entries.map(({ title }) => title)).toEqual(items.map(({ title }) => title))
      expect(entries.map(({ link }) => link)).toEqual(items.map(({ url }) => url))
      expect(entries.map(({ published }) => published)).toEqual(items.map(item => item.date_published))
    }
  })

  test.each([
    ['latest', ''],
    ['days/2024-05-06', ''],
    ['keywords/sampling', '?minUpvotes=1000'],
  ])('%s%s is valid when nothing is in it', async (subject, query) => {
    const from = query === '' ? emptyApi : api
    const { body } = await get(`/feeds/${subject}.atom${query}`, {}, from)
    expect([await problemsOfAtom(body), body.includes('<entry>')]).toEqual([[], false])
    const json = await get(`/feeds/${subject}.json${query}`, {}, from)
    expect([problemsOfJsonFeed(json.body), itemsOf(json)]).toEqual([[], []])
  })

  test('of the latest papers has each once, the newest day first', async () => {
    const items = itemsOf(await get('/feeds/latest.json'))
    expect(items).toHaveLength(5 * 9 + 1 + 3)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const days = items.map(({ date_published }) => date_published.slice(0, 10))
    expect(days).toEqual(days.toSorted().reverse())
  })

  test.each(week)('of %s has what the graph says the day has', async day => {
    const url = `query=${encodeURIComponent(`{ day(date: "${day}") { papers(first: 100) { nodes { links { arxiv } } } } }`)}`
    const { nodes } = JSON.parse((await get(`/graphql?${url}`)).body).data.day.papers
    const ids: string[] = nodes.map(({ links }: { links: { arxiv: string } }) => links.arxiv)
    expect(idsOf(await get(`/feeds/days/${day}.json`)).toSorted()).toEqual(ids.toSorted())
  })

  test('with a minimum of votes has papers that reach it, and none with unknown votes', async () => {
    expect(idsOf(await get('/feeds/latest.json?minUpvotes=5'))).toEqual([`https://arxiv.org/abs/${fullId}`])
    expect(idsOf(await get('/feeds/days/2024-05-07.json?minUpvotes=11'))).toHaveLength(1)
    expect(idsOf(await get('/feeds/days/2024-05-06.json?minUpvotes=11'))).toEqual([])
    const known = itemsOf(await get('/feeds/latest.json?minUpvotes=0')).length
    expect(known).toBeLessThan(itemsOf(await get('/feeds/latest.json')).length)
  })

  test('gives a paper one id and one date, on whichever of its days', async () => {
    const feeds = [
      'days/2024-05-06',
      'days/2024-05-07',
      'latest',
      'authors/ada%20example',
      'organizations/lab',
    ]
    for (const feed of feeds) {
      const found = itemsOf(await get(`/feeds/${feed}.json`)).filter(({ id }) => id.endsWith(fullId))
      expect(found).toMatchObject([
        { id: `https://arxiv.org/abs/${fullId}`, date_published: '2024-05-06T08:00:00.000Z' },
      ])
    }
  })

  test('does not change when votes do', async () => {
    await update(1)
    const before = await get('/feeds/days/2024-03-04.atom')
    await update(2)
    const after = await get('/feeds/days/2024-03-04.atom', { 'if-none-match': before.headers.etag })
    expect([before.status, after.status, after.body]).toEqual([200, 304, ''])
  })

  test('tells how many models, datasets and Spaces link a paper, where any do', async () => {
    await update(1)
    const text = async () => (await get('/feeds/days/2024-03-04.json')).body
    expect(await text()).not.toMatch(/models|Space/)
    await link({ models: 12, datasets: 0, spaces: 1 })
    expect(await text()).toContain('>PDF</a> · 12 models · 1 Space</p>')
  })

  test('runs nothing that a paper says', async () => {
    const { body } = await get(`/feeds/days/${hostileDay}.json`)
    expect(body).toContain('&lt;script&gt;')
    expect(body).not.toContain('<script>')
  })

  test('names itself and its other format by the public address', async () => {
    const { body } = await get('/feeds/keywords/long%20context.atom?minUpvotes=3')
    const url = 'https://papers.example.org/feeds/keywords/long%20context'
    expect(body).toContain(`<link href="${url}.atom?minUpvotes=3" rel="self" type="application/atom+xml"/>`)
    expect(body).toContain(
      `<link href="${url}.json?minUpvotes=3" rel="alternate" type="application/feed+json"/>`,
    )
  })
})

describe('over HTTP', () => {
  test('an old day is cached long; a day that may grow or was never read, for ten minutes', async () => {
    const { client, name } = await engine.table()
    const longAgo = reading('2024-01-10', '2024-01-10T23:00:00.000Z', readEntry('2401.00001', '2024-01-10'))
    await createWriter(client, name, { owner: 'test' }).putDays([longAgo])
    const old = createPapersApi({ store: createQuestions(client, name), now: () => Date.parse(weekend) })
    const cacheControl = async (feed: string) =>
      (await get(`/feeds/${feed}.atom`, {}, old)).headers['cache-control']
    expect(await cacheControl('latest')).toBe('public, max-age=600')
    expect(await cacheControl('days/2024-05-10')).toBe('public, max-age=600')
    expect(await cacheControl('days/2024-01-10')).toBe('public, max-age=86400')
    expect(await cacheControl('days/2024-01-11')).toBe('public, max-age=600')
  })

  test.each([
    ['/feeds/authors/Nobody.atom', 404, 'no paper of the author "Nobody"'],
    ['/feeds/keywords/nothing.json', 404, 'no paper of the keyword "nothing"'],
    ['/feeds/', 404, 'There are /feeds/latest'],
    ['/feeds/latest', 404, 'There are /feeds/latest'],
    ['/feeds/latest.rss', 404, 'There are /feeds/latest'],
    ['/feeds/authors/.atom', 404, 'There are /feeds/latest'],
    ['/feeds/__proto__/x.atom', 404, 'There are /feeds/latest'],
    ['/feeds/days/2024-02-30.atom', 400, '"2024-02-30" is no day'],
    ['/feeds/latest.atom?minUpvotes=many', 400, 'takes one whole number'],
    ['/feeds/latest.atom?minUpvotes=-1', 400, 'takes one whole number'],
    ['/feeds/latest.atom?minUpvotes=10x', 400, 'takes one whole number'],
    ['/feeds/latest.atom?minUpvotes=1&minUpvotes=2', 400, 'takes one whole number'],
    ['/feeds/latest.atom?minVotes=1', 400, '"minVotes" is no parameter of a feed'],
    [`/feeds/authors/${'x'.repeat(300)}.atom`, 404, 'no paper of the author'],
    [`/feeds/authors/${'x'.repeat(301)}.atom`, 400, 'has 301 characters'],
  ])('%s is refused with %i', async (url, status, message) => {
    const answer = await get(url)
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store'])
    expect(messageOf(answer)).toContain(message)
  })

  test('a feed is read-only', async () => {
    const { status, headers } = await api.handle(aRequest({ method: 'POST', path: '/feeds/latest.atom' }))
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  test('HEAD has the headers of GET and no body, and a reader that has the feed gets 304', async () => {
    const server = await startServer({ api, port: 0 })
    try {
      const whole = await fetch(`${server.url}/feeds/latest.atom`)
      const head = await fetch(`${server.url}/feeds/latest.atom`, { method: 'HEAD' })
      const etag = whole.headers.get('etag') ?? ''
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
      expect(await whole.text()).toContain(`href="${server.url}/feeds/latest.atom" rel="self"`)
      const again = await fetch(`${server.url}/feeds/latest.atom`, { headers: { 'if-none-match': etag } })
      expect(again.status).toBe(304)
    } finally {
      await server.close()
    }
  })

  test('Lambda gives the same response for a path as sent and for one that API Gateway has decoded', async () => {
    const keyword = encodeURIComponent('a/b.atom')
    const { body } = await get(`/feeds/keywords/${keyword}.atom`)
    for (const rawPath of [`/feeds/keywords/${keyword}.atom`, '/feeds/keywords/a/b.atom.atom']) {
      const result = toResult(await api.handle(toRequest(anEvent('GET', { rawPath }))))
      expect(result).toMatchObject({ statusCode: 200, isBase64Encoded: false, body })
    }
    const elsewhere = toRequest(anEvent('GET', { rawPath: '/feeds/latest.json' }), 'https://cdn.example.org')
    expect((await api.handle(elsewhere)).body).toContain(
      '"feed_url":"https://cdn.example.org/feeds/latest.json"',
    )
  })
})

test.each([
  ['latest.atom', ['Query', 'BatchGetItem']],
  ['days/2024-05-06.atom', ['Query']],
  ['authors/ada%20example.atom', ['BatchGetItem', 'Query', 'BatchGetItem']],
  ['keywords/long%20context.atom?minUpvotes=3', ['BatchGetItem', 'BatchGetItem']],
  ['authors/nobody.atom', ['BatchGetItem']],
])('%s costs the store %j', async (feed, requests) => {
  counted.take()
  await get(`/feeds/${feed}`)
  expect(counted.take()).toEqual(requests)
})
