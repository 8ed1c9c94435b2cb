import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { type Asked, askQuery, codesOf } from '../servers/ask.ts'
import { anyDate, anySize, anyText, anyValue, damaged } from './inputs/any.ts'
import { type Connection, connectionIn, idsIn, listsOver } from './inputs/lists.ts'
import { type CorpusServer, startCorpusServer } from './table/corpus-server.ts'

describe.each(corpora)('any argument over HTTP and $name days', corpus => {
  const lists = listsOver(corpus)
  const anyList = fc.constantFrom(...lists)
  let server: CorpusServer
  const firstPages = new Map<string, Connection>()

  beforeAll(async () => {
    server = await startCorpusServer(corpus)
    for (const list of lists) {
      const found = connectionIn((await askList(list, { first: 100 })).body?.data)
      if (!found?.edges.length) throw new Error(`nothing in ${list}`)
      firstPages.set(list, found)
    }
  })
  afterAll(() => server?.close())

  /** Asks, and holds the answer to what is true of any: soon, no failure of ours, and an error that says what to mend. */
  async function ask(query: string, variables: Record<string, unknown>): Promise<Asked> {
    const started = performance.now()
    const answer = await askQuery(server.url, query, variables)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(answer.status, answer.text).toBeLessThan(500)
    expect(server.logged.splice(0)).toEqual([])
    expect(answer.text.length).toBeLessThan(200_000)
    for (const code of codesOf(answer)) expect(['BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED']).toContain(code)
    return answer
  }
  const askList = (list: string, variables: Record<string, unknown>) =>
    ask(`query ($first: Int, $after: String, $last: Int, $before: String) { ${list} }`, variables)
  const edgesOf = (list: string) => firstPages.get(list)?.edges ?? []

  test('a cursor is taken in its own list alone', async () => {
    for (const from of lists) {
      const after = edgesOf(from)[0]?.cursor
      for (const to of lists) {
        const answer = await askList(to, { first: 1, after })
        if (to === from) expect(idsIn(connectionIn(answer.body?.data))).toEqual([edgesOf(to)[1]?.node.id])
        else expect(codesOf(answer), `${from}\n${to}`).toEqual(['BAD_USER_INPUT'])
      }
    }
  })

  test('a page between two cursors is that part of the list, in either direction', async () => {
    const place = fc.option(fc.nat(99))
    const size = fc.record({ count: fc.nat(100), backward: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(anyList, place, place, size, async (list, from, to, { count, backward }) => {
        const known = edgesOf(list)
        const [after, before] = [from, to].map(at => (at === null ? undefined : known[at % known.length]))
        fc.pre(after === undefined || after !== before)
        // What is known ends at the hundredth: a page that starts at the end needs a cursor to end at.
        fc.pre(!backward || before !== undefined)
        const sizes = backward ? { last: count } : { first: count }
        const answer = await askList(list, { ...sizes, after: after?.cursor, before: before?.cursor })

        const start = after === undefined ? 0 : known.indexOf(after) + 1
        const between = known.slice(
          start,
          before === undefined ? known.length : Math.max(start, known.indexOf(before)),
        )
        const expected = backward
          ? between.slice(Math.max(0, between.length - count))
          : between.slice(0, count)
        const found = connectionIn(answer.body?.data)
        expect(found?.edges.slice(0, expected.length)).toEqual(expected)
        if (before !== undefined) expect(found?.edges).toHaveLength(expected.length)
        expect(found?.pageInfo.endCursor).toBe(found?.edges.at(-1)?.cursor ?? null)
        if (backward) expect(found?.pageInfo.hasPreviousPage).toBe(between.length > count)
        else if (before !== undefined) expect(found?.pageInfo.hasNextPage).toBe(between.length > count)
      }),
      { numRuns: 150 },
    )
  })

  test('what is no cursor is refused, and one that was tampered with never gives rows out of order', async () => {
    // Longer than any key may be, and still within the length of a cursor.
    const endings = fc.oneof(anyText, fc.constant('x'.repeat(1_300)))
    const tampered = anyList.chain(list =>
      fc.tuple(
        fc.constant(list),
        fc.nat(edgesOf(list).length - 1).chain(at => {
          const cursor = edgesOf(list)[at]?.cursor ?? ''
          const text = Buffer.from(cursor, 'base64url').toString()
          const inside = fc.oneof(
            damaged(text),
            endings.map(end => text.replace(/[^|]*$/, end)),
          )
          return fc.oneof(
            damaged(cursor),
            inside.map(changed => Buffer.from(changed).toString('base64url')),
            anyText,
          )
        }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(tampered, fc.constantFrom('after', 'before'), async ([list, cursor], name) => {
        const answer = await askList(list, { [name]: cursor })
        const shown = connectionIn(answer.body?.data)
        if (shown === null) {
          expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
          return
        }
        // Taken, because it names a place, perhaps one where nothing stands: the page is a part of the list all the same.
        const known = edgesOf(list).map(edge => edge.node.id)
        const ids = idsIn(shown)
        const start = known.indexOf(ids[0] ?? '')
        if (start >= 0)
          expect(ids.slice(0, known.length - start)).toEqual(known.slice(start, start + ids.length))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 300 },
    )
  })

  test('any size is a page of that size, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, fc.option(anySize), fc.option(anySize), async (list, first, last) => {
        const answer = await askList(list, { first, last })
        const sizes = [first, last].filter(size => size !== null)
        const size = sizes[0] ?? 20
        const isPage =
          sizes.length < 2 && typeof size === 'number' && Number.isInteger(size) && size >= 0 && size <= 100
        const shown = connectionIn(answer.body?.data)
        if (!isPage) {
          expect(codesOf(answer)).toContain('BAD_USER_INPUT')
          return
        }
        expect(idsIn(shown).length).toBeLessThanOrEqual(size)
        if (sizes.length === 0 || last === null) {
          expect(shown?.edges).toEqual(edgesOf(list).slice(0, size))
        }
      }),
      { numRuns: 150 },
    )
  })

  // One query with every argument that is a text, so that each run tries all of them.
  const everything = `query ($id: ID!, $ids: [ID!]!, $ref: String!, $refs: [String!]!, $name: String!) {
    node(id: $id) { id }
    nodes(ids: $ids) { id }
    paper(ref: $ref) { paperId }
    papersByRef(refs: $refs) { paperId }
    author(ref: $name) { ref name paperCount }
    organization(name: $name) { name }
    keyword(name: $name) { name }
    hubUser(username: $name) { username }
    authors(startsWith: $name, first: 3) { nodes { ref } }
    keywords(startsWith: $name, last: 3) { nodes { name } }
  }`

  test('any text as an id, a reference or a name finds what it names, nothing, or is refused', async () => {
    const idOf = fc
      .constantFrom(...lists)
      .chain(list => fc.constantFrom(...idsIn(firstPages.get(list) ?? null)))
    const anyId = fc.oneof(anyText, idOf, idOf.chain(damaged))
    const anyRef = fc.oneof(
      anyText,
      fc.tuple(fc.nat(9_999), fc.nat(99_999)).map(parts => parts.join('.')),
      anyText.map(text => `https://arxiv.org/abs/${text}`),
    )
    const variables = fc.record({
      id: anyId,
      ids: fc.array(anyId, { maxLength: 5 }),
      ref: anyRef,
      refs: fc.array(anyRef, { maxLength: 5 }),
      name: fc.oneof(anyText, fc.constantFrom('L', 'large language', 'Ö', 'de')),
    })
    await fc.assert(
      fc.asyncProperty(variables, async given => {
        const { body } = await ask(everything, given)
        // `papersByRef` and `nodes` keep what they know beside what they refuse.
        const data = body?.data as Record<string, ({ id?: string } | null)[]> | null
        for (const [i, node] of (data?.nodes ?? []).entries()) if (node) expect(node.id).toBe(given.ids[i])
        if (data)
          expect([data.nodes?.length, data.papersByRef?.length]).toEqual([
            given.ids.length,
            given.refs.length,
          ])
      }),
      { numRuns: 300 },
    )
  })

  test('any value of any type as any argument is answered or refused', async () => {
    const value = fc.option(anyValue)
    const anything = fc.record({ id: value, ids: value, ref: value, refs: value, name: value })
    await fc.assert(
      fc.asyncProperty(anything, async given => void (await ask(everything, given))),
      {
        numRuns: 200,
      },
    )
  })

  test('any date or range is those days, or refused', async () => {
    const query = `query ($date: Date, $range: DateRange, $field: PaperOrderField!) {
      day(date: $date) { date }
      days(between: $range, direction: ASC) { nodes { date } }
      papers(filter: { featured: $range }, orderBy: { field: $field, direction: ASC }, first: 5) { nodes { featuredOn } }
    }`
    const end = fc.oneof(anyDate, anyValue)
    const anyRange = fc.oneof(
      fc.record({ days: fc.record({ from: end, to: end }, { requiredKeys: [] }) }),
      fc.record({ week: fc.oneof(anyDate, anyText) }),
      fc.record({ month: fc.oneof(anyDate, anyText) }),
      fc.record({ lastDays: anySize }),
      anyValue,
    )
    const field = fc.constantFrom('FEATURED_ON', 'UPVOTES')
    await fc.assert(
      fc.asyncProperty(fc.option(end), fc.option(anyRange), field, async (date, range, field) => {
        const { body } = await ask(query, { ...(date !== null && { date }), range, field })
        const data = body?.data as {
          day: { date: string } | null
          days: { nodes: { date: string }[] }
        } | null
        if (typeof date === 'string' && data?.day) expect(data.day.date).toBe(date)
        if (!data?.days || typeof range !== 'object' || range === null) return
        const dates = data.days.nodes.map(day => day.date)
        if ('month' in range) expect(dates.filter(day => !day.startsWith(String(range.month)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
