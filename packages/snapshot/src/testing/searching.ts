import { join } from 'node:path'
import type { ReadEntry } from '@daily-papers/store/reading.ts'
import { reading } from '@daily-papers/store/testing/readings.ts'
import { onTestFinished } from 'vitest'
import { buildSnapshot } from '../build/build.ts'
import { questionsOf } from '../open/questions.ts'
import type { SearchKind } from '../search/search.ts'
import { openDatabase } from '../sql/database.ts'
import { filledTable } from './corpus.ts'
import { emptyFolder } from './folder.ts'

export const DAY = '2024-05-06'
export const page = { size: 10, backward: false, after: null, before: null }

/** The questions of a snapshot of some papers. */
export async function searching(...papers: ReadEntry[]) {
  const { corpus } = await filledTable([reading(DAY, `${DAY}T20:00:00.000Z`, ...papers)])
  const file = join(await emptyFolder(), 'snapshot.sqlite')
  await buildSnapshot(corpus, file)
  const database = openDatabase(file)
  onTestFinished(() => database.close())
  const questions = questionsOf(database, DAY)
  return {
    ...questions,
    database,
    /** The keys of the results with all words, best first. */
    found(kind: SearchKind, query: string): string[] {
      return questions
        .search({ kind, text: query })
        .page(page)
        .rows.filter(({ node }) => node.hasAllWords)
        .map(({ node }) => node.key)
    },
  }
}
