import { addDays, daysFrom, isWeekend } from '@daily-papers/papers/days.ts'
import type { Corpus } from '@daily-papers/store/corpus.ts'
import { readEntry, reading, runOf } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { publishSnapshot } from '../build/publish.ts'
import { openNewest } from '../open/open.ts'
import { folderPlace } from '../places/folder.ts'
import { filledTable } from '../testing/corpus.ts'
import { emptyFolder } from '../testing/folder.ts'

const MONDAY = '2024-05-06'
const week = (n: number) => addDays(MONDAY, 7 * n)

/** On each weekday of ten weeks one paper on `agents`, and in the last week a second one; some days are left out. */
function weeksWithout(...leftOut: string[]) {
  const days = daysFrom(MONDAY, addDays(MONDAY, 67)).filter(day => !isWeekend(day) && !leftOut.includes(day))
  const paper = (day: string, n: number) =>
    readEntry(`2405.${String(daysFrom(MONDAY, day).length * 10 + n).padStart(5, '0')}`, day, {
      description: { keywords: ['agents'] },
    })
  return days.map(day => {
    const papers = day >= week(9) ? [paper(day, 0), paper(day, 1)] : [paper(day, 0)]
    return reading(day, `${day}T20:00:00.000Z`, ...papers)
  })
}

async function opened(corpus: Corpus) {
  const place = folderPlace(await emptyFolder())
  await publishSnapshot(corpus, place, '2024-07-12T21:00:00.000Z')
  return openNewest(place)
}

async function tenWeeks(...leftOut: string[]) {
  const { corpus } = await filledTable(weeksWithout(...leftOut))
  return opened(corpus)
}

const rising = (by: 'week' | 'month') => ({ by, at: '2024-07-12', rising: true, limit: 1 })

it('compares a week with the mean of the eight before it', async () => {
  const { trends } = await tenWeeks()
  expect(trends(rising('week'))).toMatchObject([
    { key: 'agents', papers: 10, meanBefore: 5, change: 5, periodsBefore: 8, missingDays: 0 },
  ])
})

it('excludes a week with a missing day from the mean, and counts the others', async () => {
  const { trends } = await tenWeeks(addDays(week(3), 2), week(6))
  expect(trends(rising('week'))).toMatchObject([{ papers: 10, meanBefore: 5, change: 5, periodsBefore: 6 }])
})

it('counts a holiday as a day without papers', async () => {
  const holiday = addDays(week(3), 2)
  const table = await filledTable(weeksWithout(holiday))
  const at = '2024-07-12T21:00:00.000Z'
  await table.writer.putRun({ ...runOf(), startedAt: at, finishedAt: at, empty: [holiday] })
  const { trends } = await opened(table.corpus)
  expect(trends(rising('week'))).toMatchObject([
    { papers: 10, meanBefore: 39 / 8, periodsBefore: 8, missingDays: 0 },
  ])
})

it('knows no mean of fewer than three periods: months before the table began are unknown, not empty', async () => {
  const { trends } = await tenWeeks()
  expect(trends(rising('month'))).toMatchObject([
    // Only June is known whole: May began before the table did.
    { key: 'agents', meanBefore: null, change: null, periodsBefore: 1, missingDays: 0 },
  ])
})

it('counts the missing days of the period itself', async () => {
  const { trends } = await tenWeeks('2024-07-10')
  expect(trends(rising('week'))).toMatchObject([{ papers: 8, missingDays: 1 }])
})

it('a period with a missing day has no count, but a minimum', async () => {
  const { paperSet, extent } = await tenWeeks(week(1))
  const points = paperSet({}).timeline('week', extent() ?? { first: '', last: '' })
  expect(points.slice(0, 2)).toEqual([
    { from: MONDAY, to: '2024-05-12', papers: 5, atLeast: 5, allPapers: 5, missingDays: 0 },
    { from: '2024-05-13', to: '2024-05-19', papers: null, atLeast: 4, allPapers: null, missingDays: 1 },
  ])
})

it('a year has the number of its missing days', async () => {
  const { paperSet } = await tenWeeks(week(1))
  const before = daysFrom('2024-01-01', addDays(MONDAY, -1)).filter(day => !isWeekend(day)).length
  expect(paperSet({}).years()).toEqual([{ year: 2024, papers: 54, missingDays: before + 1 }])
})
