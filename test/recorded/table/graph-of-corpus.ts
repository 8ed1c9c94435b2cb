import { graphOver } from '@daily-papers/graph/testing/graph.ts'
import { currentSnapshot } from '@daily-papers/snapshot/current.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { expect } from 'vitest'
import type { Corpus } from '../../days/corpus.ts'
import { filledTable } from './filled-table.ts'

/** The graph over all days of a corpus and their snapshot, executed without HTTP. */
export function graphOfCorpus(corpus: Corpus) {
  const { client, tableName, snapshots } = filledTable(corpus)
  const snapshot = currentSnapshot({ place: folderPlace(snapshots) })
  const ask = graphOver(client, tableName, () => Date.parse(corpus.now), snapshot)
  return {
    ask,
    snapshot,
    store: createQuestions(client, tableName),
    async dataOf<T>(query: string): Promise<T> {
      const { data, errors } = await ask<T>(query)
      expect(errors).toEqual([])
      return data
    },
  }
}
