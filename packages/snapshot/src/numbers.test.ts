import { readEntry, reading } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { conditionsOf, type PaperFilter } from './filter.ts'
import { folderPlace } from './folder.ts'
import { topKeywords } from './numbers.ts'
import { openNewest } from './open.ts'
import { publishSnapshot } from './publish.ts'
import { COMMON } from './sql/tables.ts'
import { filledTable } from './testing/corpus.ts'
import { emptyFolder } from './testing/folder.ts'

const DAY = '2024-05-06'

/** Of so many papers that `common` is just a common keyword, the first three have `rare`, and two of those code. */
const paper = (n: number) =>
  readEntry(`2405.0${String(n).padStart(4, '0')}`, DAY, {
    description: {
      keywords: [...(n === 1 ? [] : ['common', 'Common']), ...(n <= 3 ? ['rare'] : [])],
      code: n <= 2 ? { url: 'https://github.com/a/b', addedBy: null } : null,
    },
  })

it('the keywords of some papers are counted exactly, also where a rare one has more of them than any common one', async () => {
  const papers = Array.from({ length: COMMON + 1 }, (_, i) => paper(i + 1))
  const { corpus } = await filledTable([reading(DAY, `${DAY}T20:00:00.000Z`, ...papers)])
  const place = folderPlace(await emptyFolder())
  await publishSnapshot(corpus, place, `${DAY}T21:00:00.000Z`)
  const { database } = await openNewest(place)
  const top = (filter: PaperFilter, limit: number) =>
    topKeywords(database, conditionsOf(filter), limit).map(({ key, papers }) => [key, papers])

  expect(top({}, 0)).toEqual([])
  expect(top({}, 1)).toEqual([['common', COMMON]])
  expect(top({}, 10)).toEqual([
    ['common', COMMON],
    ['rare', 3],
  ])
  expect(top({ hasCode: true }, 1)).toEqual([['rare', 2]])
  expect(top({ hasCode: true }, 2)).toEqual([
    ['rare', 2],
    ['common', 1],
  ])
  database.close()
})
