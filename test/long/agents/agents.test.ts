import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as OldStdioTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { toRequest, toResult } from '../../../packages/api/src/transport/lambda.ts'
import { dataOf } from '../../servers/data-of.ts'
import { lambdaFetch } from '../../servers/lambda-fetch.ts'
import { type Called, newClient, oldClient, textOf } from '../../servers/mcp-clients.ts'
import { startSampleServer } from '../../servers/sample-server.ts'

let server: Awaited<ReturnType<typeof startSampleServer>>
let client: Client
let paperId: string
let author: string

beforeAll(async () => {
  server = await startSampleServer()
  client = await newClient(server.url)
  const { day } = await dataOf<{ day: { papers: { nodes: { paperId: string; authorNames: string[] }[] } } }>(
    server.url,
    '{ day { papers(first: 1) { nodes { paperId authorNames } } } }',
  )
  paperId = day.papers.nodes[0]?.paperId ?? ''
  author = day.papers.nodes[0]?.authorNames[0] ?? ''
}, 60_000)
afterAll(async () => {
  await client?.close()
  await server?.close()
})

const tokens = (value: unknown): number =>
  encode(typeof value === 'string' ? value : JSON.stringify(value)).length

const call = async (name: string, given: Record<string, unknown> = {}): Promise<Called> =>
  (await client.callTool({ name, arguments: given })) as Called

const everyTool = (): [string, Record<string, unknown>][] => [
  ['list_papers', {}],
  ['search_papers', { query: 'alignment' }],
  ['get_paper', { paper: paperId }],
  ['get_author', { name: author }],
  ['whats_new', { since: '2026-05-20' }],
  ['trends', {}],
]

describe('every tool', () => {
  const viaLambda = lambdaFetch(async event =>
    toResult(await server.api.handle(toRequest(event, server.url))),
  )

  test.each([
    ['an older client', () => oldClient(server.url)],
    ['a client of 2026 through Lambda', () => newClient(server.url, viaLambda)],
    ['an older client through Lambda', () => oldClient(server.url, viaLambda)],
  ])('is listed and called by %s, with the same answers', async (_, connect) => {
    const other = await connect()
    onTestFinished(() => other.close())
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(everyTool().map(([name]) => name))
    expect((await other.listTools()).tools).toEqual(tools)
    for (const [name, given] of everyTool()) {
      const answer = await call(name, given)
      expect(answer.isError, textOf(answer)).toBeFalsy()
      const { content, structuredContent } = (await other.callTool({ name, arguments: given })) as Called
      expect({ content, structuredContent }).toEqual({
        content: answer.content,
        structuredContent: answer.structuredContent,
      })
    }
  })

  test('is read-only, and all tools are described in fewer than 2,500 tokens', async () => {
    const { tools } = await client.listTools()
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([])
    expect(tokens(tools)).toBeLessThan(2_500)
  })

  test('answers in few tokens, text and data together', async () => {
    expect(tokens(await call('list_papers'))).toBeLessThan(6_000)
    expect(tokens(textOf(await call('list_papers', { limit: 50 })))).toBeLessThan(6_000)
    expect(tokens(await call('get_paper', { paper: paperId }))).toBeLessThan(2_000)
  })

  test('says how fresh its answer is, and links the pages of its papers', async () => {
    for (const [name, given] of everyTool()) {
      const text = textOf(await call(name, given))
      expect(text, name).toMatch(/Feed read 20\d\d-\d\d-\d\d \d\d:\d\d UTC/)
      // Nothing gains votes in a feed that was read once, so that trends has no paper to name.
      if (name !== 'trends') expect(text, name).toContain(`${server.url}/papers/`)
    }
  })
})

describe('over stdio', () => {
  const command = fileURLToPath(import.meta.resolve('@daily-papers/local/mcp.ts'))
  const started = (args: string[], environment: Record<string, string>) => ({
    command: process.execPath,
    args: [command, ...args],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
  })

  test.each([
    ['a deployed API', () => started(['--url', `${server.url}/graphql`], {})],
    ['the papers of this machine', () => started([], server.environment)],
  ])(
    '%s answers the same, to new clients and old',
    async (_, start) => {
      const over = new Client({ name: 'new', version: '1.0.0' })
      const oldOver = new OldClient({ name: 'old', version: '1.0.0' })
      await over.connect(new StdioClientTransport(start()))
      await oldOver.connect(new OldStdioTransport(start()) as never)
      for (const each of [over, oldOver]) {
        expect((await each.listTools()).tools).toHaveLength(everyTool().length)
        for (const [name, given] of everyTool()) {
          const { content } = (await each.callTool({ name, arguments: given })) as Called
          expect(content, name).toEqual((await call(name, given)).content)
        }
        await each.close()
      }
    },
    60_000,
  )
})

describe('answers are those of the graph', () => {
  test('the papers of the latest day', async () => {
    const { day } = await dataOf<{
      day: { date: string; papers: { totalCount: number; nodes: { paperId: string }[] } }
    }>(server.url, '{ day { date papers(first: 25) { totalCount nodes { paperId } } } }')
    const { structuredContent } = await call('list_papers')
    expect(structuredContent).toMatchObject({
      day: day.date,
      totalCount: day.papers.totalCount,
      papers: day.papers.nodes,
    })
  })

  test('the papers of a week with filters, page by page', async () => {
    const { papers } = await dataOf<{ papers: { totalCount: number; nodes: { paperId: string }[] } }>(
      server.url,
      '{ papers(filter: { featured: { week: "2026-W22" }, hasCode: true }, orderBy: { field: UPVOTES }, first: 6) { totalCount nodes { paperId } } }',
    )
    const given = { when: '2026-W22', hasCode: true, limit: 3 }
    const first = await call('list_papers', given)
    const second = await call('list_papers', { ...given, cursor: first.structuredContent?.nextCursor })
    expect(first.structuredContent?.totalCount).toBe(papers.totalCount)
    expect([first, second].flatMap(({ structuredContent }) => structuredContent?.papers)).toMatchObject(
      papers.nodes,
    )
  })

  test('changes since an instant, each once by the cursor', async () => {
    const { changes } = await dataOf<{ changes: { changeCount: number; paperCount: number } }>(
      server.url,
      '{ changes(since: "2026-05-28T12:00:00Z", first: 1) { changeCount paperCount } }',
    )
    const answer = await call('whats_new', { since: '2026-05-28T12:00:00Z' })
    expect(answer.structuredContent).toMatchObject(changes)
    const after = await call('whats_new', { cursor: answer.structuredContent?.nextCursor })
    expect(after.isError, textOf(after)).toBeFalsy()
  })
})

describe('an error says what to call next', () => {
  test.each([
    [
      'a paper that is not featured',
      'get_paper',
      { paper: '1706.03762' },
      'search_papers {"query":"1706.03762"}',
    ],
    ['a day without papers', 'list_papers', { when: '2026-05-24' }, 'list_papers {"when":"2026-05-2'],
    ['a text that is no time', 'list_papers', { when: 'yesterday' }, 'a day 2026-05-29'],
    ['a day that does not exist', 'list_papers', { when: '2026-02-31' }, '2026-02-31'],
    ['an author nobody has', 'get_author', { name: 'Nobody Whatever' }, 'search_papers {"query"'],
    ['a since that is no time', 'whats_new', { since: 'last week' }, '2026-05-28T12:00:00Z'],
    ['the latest day with filters', 'list_papers', { when: 'latest', hasCode: true }, 'list_papers {}'],
    ['an argument of the wrong type', 'list_papers', { limit: 'many' }, 'limit'],
  ])('%s', async (_, name, given, hint) => {
    const answer = await call(name, given)
    expect([answer.isError, textOf(answer)]).toEqual([true, expect.stringContaining(hint)])
  })
})

describe('papers as Markdown', () => {
  test('the best of the latest day are listed as resources, and any paper is read', async () => {
    const { resources } = await client.listResources()
    expect(resources[0]).toMatchObject({ uri: `papers://${paperId}`, mimeType: 'text/markdown' })
    const { contents } = await client.readResource({ uri: `papers://${paperId}` })
    const page = await fetch(`${server.url}/papers/${paperId}.md`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8'])
    expect(await page.text()).toBe(contents[0] && 'text' in contents[0] && contents[0].text)
  })

  test('a paper that is not featured is an error of MCP, and 404', async () => {
    await expect(client.readResource({ uri: 'papers://1706.03762' })).rejects.toMatchObject({ code: -32602 })
    expect((await fetch(`${server.url}/papers/1706.03762.md`)).status).toBe(404)
    expect((await fetch(`${server.url}/days/2026-05-24.md`)).status).toBe(404)
  })

  test('a day is a page too, with all its papers', async () => {
    const page = await (await fetch(`${server.url}/days/latest.md`)).text()
    const { structuredContent } = await call('list_papers')
    expect(page).toContain(`of ${structuredContent?.totalCount} papers`)
    expect(page).toContain(`${server.url}/papers/${paperId}`)
  })

  test('/llms.txt tells all that is needed in fewer than 2,000 tokens', async () => {
    const text = await (await fetch(`${server.url}/llms.txt`)).text()
    for (const [name] of everyTool()) expect(text).toContain(name)
    expect(text).toContain('... on Paper')
    expect(tokens(text)).toBeLessThan(2_000)
    for (const [, query = ''] of text.matchAll(/^ {4}(\{.+\})$/gm))
      await expect(dataOf(server.url, query), query).resolves.toBeDefined()
  })
})

test('both prompts name the tools that they need', async () => {
  const { prompts } = await client.listPrompts()
  expect(prompts.map(({ name }) => name)).toEqual(['daily_briefing', 'literature_scan'])
  const { messages } = await client.getPrompt({ name: 'literature_scan', arguments: { topic: 'memory' } })
  expect(JSON.stringify(messages)).toContain('search_papers')
})
