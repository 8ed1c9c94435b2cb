import { expect, test } from 'vitest'
import { forgottenSteps, lastStepOf, MOST_REMEMBERED, stepsItem, writesAfter } from './steps-item.ts'

const wrote = (day: string, ...ids: string[]) => ({
  papers: new Map(ids.map(id => [id, day])),
  days: [day],
})

test('what was written after a step is each of its papers, with its first day as written last', () => {
  const first = stepsItem(undefined, wrote('2024-05-06', 'a'))
  const second = stepsItem(first, wrote('2024-05-07', 'a', 'b'))
  const third = stepsItem(second, wrote('2024-05-03', 'b'))
  expect(writesAfter(third, lastStepOf(first) ?? '')).toEqual({
    papers: new Map([
      ['a', '2024-05-07'],
      ['b', '2024-05-03'],
    ]),
    days: ['2024-05-07', '2024-05-03'],
  })
  expect(writesAfter(third, lastStepOf(third) ?? '')).toEqual({ papers: new Map(), days: [] })
})

test('a step is not known in another table, after a rebuild, or when too much was written since', () => {
  const first = stepsItem(undefined, wrote('2024-05-06', 'a'))
  const step = lastStepOf(first) ?? ''
  expect(lastStepOf(undefined)).toBe(null)
  expect(writesAfter(undefined, step)).toBe(null)
  expect(writesAfter(forgottenSteps(), step)).toBe(null)
  const ids = Array.from({ length: MOST_REMEMBERED - 2 }, (_, i) => `2405.${i}`)
  const much = stepsItem(first, wrote('2024-05-07', ...ids))
  expect(writesAfter(much, step)?.papers.size).toBe(MOST_REMEMBERED - 2)
  const more = stepsItem(much, wrote('2024-05-07', 'c'))
  expect(writesAfter(more, step)).toBe(null)
  expect(writesAfter(more, lastStepOf(much) ?? '')?.papers.size).toBe(1)
})
