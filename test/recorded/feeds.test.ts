import { problemsOfAtom, problemsOfJsonFeed } from '@daily-papers/api/feeds/testing/validate.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { type CorpusServer, startCorpusServer } from './table/corpus-server.ts'

describe.each(corpora)('feeds of all $name days', corpus => {
  let server: CorpusServer
  beforeAll(async () => {
    server = await startCorpusServer(corpus)
  })
  afterAll(() => server?.close())

  const read = async (path: string): Promise<string> => {
    const response = await fetch(`${server.url}/feeds/${path}`)
    expect([path, response.status]).toEqual([path, 200])
    return response.text()
  }
  const addresses = async (list: string): Promise<string[]> => {
    const query = `{ list: ${list}(first: 5, orderBy: { field: PAPER_COUNT, direction: DESC }) { nodes { papers(first: 0) { feedUrl(minUpvotes: 5) } } } }`
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`)
    const { data } = (await response.json()) as {
      data: { list: { nodes: { papers: { feedUrl: string } }[] } }
    }
    return data.list.nodes.map(({ papers }) => papers.feedUrl.replace(`${server.url}/feeds/`, ''))
  }

  test('every twentieth day is valid, as is the whole feed with and without a minimum of votes', async () => {
    const days = corpus.days.filter((_, i) => i % 20 === 0)
    const subjects = ['latest.atom', 'latest.atom?minUpvotes=30', ...days.map(day => `days/${day}.atom`)]
    for (const path of subjects) {
      expect([path, await problemsOfAtom(await read(path))]).toEqual([path, []])
      expect([path, problemsOfJsonFeed(await read(path.replace('.atom', '.json')))]).toEqual([path, []])
    }
  })

  test.each(['authors', 'organizations', 'keywords'])(
    'the busiest %s have valid feeds, found by the address that the graph gives',
    async list => {
      const paths = await addresses(list)
      expect(paths).toHaveLength(5)
      for (const path of paths) {
        const feed = await read(path)
        expect([path, await problemsOfAtom(feed)]).toEqual([path, []])
        expect(feed).toContain('<entry>')
      }
    },
  )

  test('the latest papers are those of the newest days', async () => {
    const { items } = JSON.parse(await read('latest.json')) as { items: { date_published: string }[] }
    expect(items).toHaveLength(100)
    expect(items[0]?.date_published.slice(0, 10)).toBe(corpus.days.at(-1))
  })
})
