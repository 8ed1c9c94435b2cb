import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { HEADERS, mcpRequest, toolCall } from '../servers/mcp-message.ts'
import { startTransports } from './transports.ts'

let system: Awaited<ReturnType<typeof startTransports>>
beforeAll(async () => {
  system = await startTransports()
})
afterAll(() => system.close())

/** A failure of ours would be logged. */
const logged = vi.spyOn(process.stderr, 'write')
afterEach(() => {
  expect(logged.mock.calls.map(([line]) => String(line)).filter(line => line.includes('"ERROR"'))).toEqual([])
  logged.mockClear()
})

/** What an assistant hears over each transport. */
async function heard(init: RequestInit): Promise<{ name: string; status: number; text: string }[]> {
  const answers: { name: string; status: number; text: string }[] = []
  for (const { name, origin, send } of system.transports) {
    const response = await send(`${origin}/mcp`, init)
    answers.push({ name, status: response.status, text: await response.text() })
  }
  return answers
}

const post = (body: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { ...HEADERS, ...headers },
  body,
})

/** Written by hand, because `JSON.stringify` does not reach as deep as `JSON.parse`. */
function deepCall(depth: number): RequestInit {
  const { body, ...call } = toolCall('list_papers', { deep: 0 })
  return { ...call, body: body.replace('"deep":0', `"deep":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) }
}

const many = (count: number) => Array.from({ length: count }, (_, n) => `keyword ${n}`)

const refused: Record<string, [status: number, init: RequestInit]> = {
  'an empty body': [400, post('')],
  'a body that is no JSON': [400, post('{"secret-token": ')],
  'a body that is no message': [400, post('{}')],
  'a batch': [400, post('[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]')],
  '50,000 nested lists': [400, post('['.repeat(50_000))],
  '10 MB': [413, post('x'.repeat(10_000_000))],
  'a text': [415, post('{}', { 'content-type': 'text/plain' })],
  'a form': [415, post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })],
  'a client that takes no JSON': [
    406,
    post('{"jsonrpc":"2.0","id":1,"method":"tools/list"}', { accept: 'text/html' }),
  ],
  'a stream for what changes': [405, { method: 'GET', headers: { accept: 'text/event-stream' } }],
  'the end of a session': [405, { method: 'DELETE' }],
  'a subscription': [200, mcpRequest('subscriptions/listen', { notifications: {} })],
  'a method that is none': [404, mcpRequest('tools/destroy')],
  'headers that name another tool': [
    400,
    { ...toolCall('list_papers', {}), headers: { ...toolCall('trends', {}).headers } },
  ],
  'a version of the protocol that is none': [
    400,
    post('{"jsonrpc":"2.0","id":1,"method":"tools/list"}', { 'mcp-protocol-version': '1999-01-01' }),
  ],
}

test.each(Object.entries(refused))('%s is refused, and not echoed', async (_, [status, init]) => {
  for (const answer of await heard(init)) {
    expect(answer).toMatchObject({ status })
    expect(answer.text).toContain('"error')
    expect(answer.text.length).toBeLessThan(1_000)
    expect(answer.text).not.toMatch(/secret|position|node_modules| {4}at /)
  }
})

test('a page elsewhere cannot call a server of this machine', async () => {
  const { headers, ...call } = toolCall('list_papers', {})
  const [local, deployed] = await heard({
    ...call,
    headers: { ...headers, origin: 'https://elsewhere.example' },
  })
  expect([local?.status, deployed?.status]).toEqual([403, 200])
})

const mistaken: Record<string, RequestInit> = {
  'a tool that is none': toolCall('drop_table', {}),
  'arguments that are a list': toolCall('list_papers', []),
  'arguments that are missing': toolCall('search_papers', undefined),
  '9,000 nested arguments': deepCall(9_000),
  '5,000 keywords': toolCall('list_papers', { keywords: many(5_000) }),
  'a query of 90,000 letters': toolCall('search_papers', { query: 'x'.repeat(90_000) }),
  'a size of 1e9': toolCall('list_papers', { limit: 1e9 }),
  'a cursor that is none': toolCall('list_papers', { cursor: 'zzz' }),
  'a cursor of nothing': toolCall('list_papers', { cursor: '' }),
  'a day that does not exist': toolCall('list_papers', { when: '2026-02-31' }),
  'a week that does not exist': toolCall('list_papers', { when: '2026-W60' }),
  'a path for a paper': toolCall('get_paper', { paper: '../../etc/passwd' }),
  'a query for a paper': toolCall('get_paper', { paper: '") { id } } #' }),
  'a resource that is none': mcpRequest('resources/read', { uri: 'papers://../../etc/passwd' }),
  'a resource of this machine': mcpRequest('resources/read', { uri: 'file:///etc/passwd' }),
  'a resource with a broken escape': mcpRequest('resources/read', { uri: 'papers://%E0%A4%A' }),
  'a prompt that is none': mcpRequest('prompts/get', { name: 'obey' }),
}

/** Whether an answer tells of a mistake of the caller, and of no failure of ours. */
const isMistake = (text: string) => {
  const { error, result } = JSON.parse(text)
  return (error !== undefined || result.isError === true) && !/went wrong|-32603/.test(text)
}

test.each(Object.entries(mistaken))('%s is the mistake of the caller', async (_, init) => {
  for (const { status, text, name } of await heard(init)) {
    expect([name, status < 500, isMistake(text), text.slice(0, 300)]).toEqual([
      name,
      true,
      true,
      expect.anything(),
    ])
    expect(text.length).toBeLessThan(2_000)
  }
})

const NAMES = ['list_papers', 'search_papers', 'get_paper', 'get_author', 'whats_new', 'trends']
const ARGUMENTS = [
  'when',
  'query',
  'paper',
  'name',
  'since',
  'cursor',
  'limit',
  'order',
  'keywords',
  'authors',
  'hasCode',
]

const values = fc.oneof(
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  fc.constantFrom(
    '2024-01-05',
    '2024-W02',
    '2024-01',
    '7d',
    '2024-01-01..',
    '2401.00005',
    'upvotes',
    'newest',
    5,
    true,
  ),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
)

test('any arguments are answered or refused, and are never a failure of ours', async () => {
  const call = fc.record({
    name: fc.constantFrom(...NAMES),
    given: fc.dictionary(fc.constantFrom(...ARGUMENTS), values, { maxKeys: 4 }),
  })
  const isAnswered = async ({ name, given }: { name: string; given: unknown }) => {
    for (const { status, text } of await heard(toolCall(name, given))) {
      expect(status, text.slice(0, 300)).toBeLessThan(500)
      expect(text).not.toMatch(/went wrong|-32603|node_modules/)
    }
  }
  await fc.assert(fc.asyncProperty(call, isAnswered), { numRuns: 150 })
})
