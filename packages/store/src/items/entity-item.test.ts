import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type EntityItem,
  entityItems,
  INLINE_BYTES,
  type MonthItem,
  type Posting,
  postingsIn,
} from './entity-item.ts'

const postings = fc.uniqueArray(
  fc.record(
    {
      day: fc
        .integer({ min: 0, max: 200 })
        .map(n => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)),
      id: fc.integer({ min: 0, max: 99_999 }).map(n => `2405.${String(n).padStart(5, '0')}`),
      name: fc.constantFrom('Ada Example', 'ADA EXAMPLE', 'Ada  Éxample # "x"'),
      fullName: fc.constantFrom('Ada E.', 'Ada'),
      avatar: fc.constantFrom('https://a.example/1', 'https://a.example/2'),
      submits: fc.constant(true as const),
    },
    { requiredKeys: ['day', 'id', 'name'] },
  ),
  { selector: posting => posting.id, minLength: 1, maxLength: 120, size: 'max' },
)

const readBack = (items: (EntityItem | MonthItem)[]): Posting[] => {
  const [entity, ...months] = items
  return postingsIn(entity as EntityItem, months as MonthItem[])
}

it('postings are read back from the items, oldest first', () => {
  fc.assert(
    fc.property(postings, given => {
      const sorted = given.toSorted((a, b) => (`${a.day}#${a.id}` < `${b.day}#${b.id}` ? -1 : 1))
      expect(readBack(entityItems('author', 'ada example', given))).toEqual(sorted)
    }),
  )
})

it('postings that are read back make the same items', () => {
  fc.assert(
    fc.property(postings, given => {
      const items = entityItems('author', 'ada example', given)
      expect(JSON.stringify(entityItems('author', 'ada example', readBack(items)))).toBe(
        JSON.stringify(items),
      )
    }),
  )
})

it('a month has the account’s shared values once, however long they are', () => {
  const avatar = `https://a.example/${'x'.repeat(1_900)}`
  const many = Array.from({ length: 1_000 }, (_, i) => ({
    day: `2024-05-${10 + (i % 20)}`,
    id: `2405.${String(i).padStart(5, '0')}`,
    name: 'ada',
    fullName: 'Ada Example',
    avatar,
    submits: true as const,
  }))
  const [, month] = entityItems('account', 'ada', many)
  expect(month).toMatchObject({ sk: '2024-05', fullName: 'Ada Example', avatar })
  expect(JSON.stringify(month).length).toBeLessThan(60_000)
})

it('the items are the same whatever the order in which papers came', () => {
  fc.assert(
    fc.property(postings, given => {
      expect(entityItems('author', 'ada example', given.toReversed())).toEqual(
        entityItems('author', 'ada example', given),
      )
    }),
  )
})

it('the item of an entity stays within one write unit, however many papers it has', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => ({
    day: new Date(Date.UTC(2024, 0, 1 + (i % 700))).toISOString().slice(0, 10),
    id: `2405.${String(i).padStart(5, '0')}`,
    name: 'sampling',
  }))
  const [entity] = entityItems('keyword', 'sampling', many)
  expect(JSON.stringify(entity).length).toBeLessThan(1_024)
  expect((entity as EntityItem).papers.join().length).toBeLessThanOrEqual(INLINE_BYTES)
  expect(entity).toMatchObject({ count: 5_000, older: true })
})

it('the shown name is that of the oldest paper', () => {
  const [entity] = entityItems('author', 'ada example', [
    { day: '2024-05-07', id: '2405.00001', name: 'ADA EXAMPLE' },
    { day: '2024-05-06', id: '2405.00009', name: 'Ada Example' },
  ])
  expect(entity).toMatchObject({ name: 'Ada Example' })
})
