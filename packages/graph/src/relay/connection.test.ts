import { encodeCursor } from '@daily-papers/store/cursor.ts'
import { PositionError } from '@daily-papers/store/page.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageArguments } from '../arguments/page.ts'
import { connect, connectInMemory, cursorOf, edgesOf, pageRequest } from './connection.ts'

const list = { list: 'authors', order: '+', filter: 'a' }
const cursor = (position: string | number) => encodeCursor(list, String(position))
const refused = (args: PageArguments) => expect(() => pageRequest(args, list))

test('a page has 20 rows when nothing is said, the 20 before a cursor when that alone is given', () => {
  const none = { after: null, before: null }
  expect(pageRequest({}, list)).toEqual({ size: 20, backward: false, ...none })
  expect(pageRequest({ first: null, last: null, after: null }, list)).toEqual({
    size: 20,
    backward: false,
    ...none,
  })
  expect(pageRequest({ before: cursor(5) }, list)).toEqual({
    size: 20,
    backward: true,
    after: null,
    before: '5',
  })
  expect(pageRequest({ first: 0 }, list)).toEqual({ size: 0, backward: false, ...none })
})

test('sizes outside of 0 to 100 are refused with the limit', () => {
  refused({ first: -1 }).toThrow('`first` is -1: write a number from 0 to 100.')
  refused({ first: 101 }).toThrow(
    '`first` is 101: write a number from 0 to 100. Ask for the rest with `after`.',
  )
  refused({ last: -5 }).toThrow('`last` is -5')
  refused({ last: 1_000_000 }).toThrow('with `before`')
})

test('arguments that contradict each other are refused', () => {
  refused({ first: 1, last: 1 }).toThrow('`first` and `last` exclude each other')
  refused({ first: 5, after: cursor(1), before: cursor(1) }).toThrow(
    '`after` and `before` are the same cursor',
  )
})

test('a cursor of another list or of nothing is refused, and the message names the argument', () => {
  refused({ after: encodeCursor({ ...list, list: 'papers' }, '1') }).toThrow(
    '`after` is a cursor of another list',
  )
  refused({ before: encodeCursor({ ...list, filter: 'b' }, '1') }).toThrow('under another parent or filter')
  refused({ before: '' }).toThrow('`before` is no cursor of this API')
})

test('a position that the store cannot have is the caller’s error', async () => {
  const page = () => Promise.reject(new PositionError('x'))
  await expect(connect(list, {}, page)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  for (const position of ['01', '-1', '1e9', 'NaN', '1', '12345678']) {
    expect(() => connectInMemory(list, { after: cursor(position) }, ['a'])).toThrow('`after` is a damaged')
    expect(() => connectInMemory(list, { before: cursor(position) }, ['a'])).toThrow('`before` is a damaged')
  }
})

test('a list in memory is cut as Relay says, for any arguments', () => {
  const size = fc.integer({ min: 0, max: 12 })
  const at = fc.option(fc.integer({ min: 0, max: 12 }))
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 }),
      size,
      fc.boolean(),
      at,
      at,
      (n, count, backward, after, before) => {
        fc.pre(after === null || after !== before)
        fc.pre((after ?? 0) < n && (before ?? 0) < n)
        const items = Array.from({ length: n }, (_, i) => i)
        const between = items.filter(i => (after === null || i > after) && (before === null || i < before))
        const args = {
          ...(backward ? { last: count } : { first: count }),
          after: after === null ? null : cursor(after),
          before: before === null ? null : cursor(before),
        }
        const { page, total } = connectInMemory(list, args, items)
        const expected = backward
          ? between.slice(Math.max(0, between.length - count))
          : between.slice(0, count)
        expect(page.rows.map(row => row.node)).toEqual(expected)
        const more = between.length > count
        expect(page.hasNextPage).toBe(backward ? before !== null : more)
        expect(page.hasPreviousPage).toBe(backward ? more : after !== null)
        expect(total()).toBe(n)
      },
    ),
  )
})

test('each edge has the cursor that continues behind it', () => {
  const edges = edgesOf(connectInMemory(list, { first: 2 }, ['a', 'b', 'c']))
  const [, second] = edges.map(cursorOf)
  expect(connectInMemory(list, { after: second ?? null }, ['a', 'b', 'c']).page.rows).toEqual([
    { node: 'c', position: '2' },
  ])
})
