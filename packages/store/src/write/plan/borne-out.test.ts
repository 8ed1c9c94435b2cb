import type { Change } from '@daily-papers/papers/change.ts'
import type { Description } from '@daily-papers/papers/paper.ts'
import { expect, test } from 'vitest'
import { readEntry } from '../../testing/readings.ts'
import { isBorneOut } from './plan-changes.ts'

const DAY = '2024-05-06'
const change = { paperId: '2405.00001', at: '2024-05-06T12:00:00.000Z' }

/** The facts of a paper that are found after a crash. */
const found = (description: Partial<Description> = {}, upvotes = 1) => {
  const { entry } = readEntry('2405.00001', DAY, { description, counters: { upvotes } })
  return new Map([[DAY, { ...entry, raw: '', at: change.at }]])
}
const ofAnotherDay = () => new Map([...found()].map(([, fact]) => ['2024-05-07', fact]))
const linked = (totals: Partial<Record<'models' | 'datasets' | 'spaces', number>>) =>
  found({ artefacts: { models: 0, datasets: 0, spaces: 0, ...totals } })
const code = { url: 'https://github.com/lab/code', addedBy: null }

test.each<[Change, ReturnType<typeof found>, ReturnType<typeof found>]>([
  [{ ...change, kind: 'codeAdded' }, found({ code }), found()],
  [{ ...change, kind: 'modelAdded' }, linked({ models: 1 }), linked({ datasets: 1, spaces: 1 })],
  [{ ...change, kind: 'datasetAdded' }, linked({ datasets: 1 }), linked({ models: 1, spaces: 1 })],
  [{ ...change, kind: 'spaceAdded' }, linked({ spaces: 1 }), linked({ models: 1, datasets: 1 })],
  [{ ...change, kind: 'modelAdded' }, linked({ models: 1 }), found()],
  [{ ...change, kind: 'datasetAdded' }, linked({ datasets: 1 }), found()],
  [{ ...change, kind: 'spaceAdded' }, linked({ spaces: 1 }), found()],
  [{ ...change, kind: 'upvotesPassed', threshold: 50 }, found({}, 50), found({}, 49)],
  [{ ...change, kind: 'featured', day: DAY }, found(), ofAnotherDay()],
])('%o is confirmed by what was written, and not without it', (planned, written, unwritten) => {
  expect([
    isBorneOut(planned, written),
    isBorneOut(planned, unwritten),
    isBorneOut(planned, undefined),
  ]).toEqual([true, false, false])
})
