import type { SnapshotQuestions } from '@daily-papers/snapshot/questions.ts'
import type { Database } from '../../../packages/snapshot/src/sql/database.ts'
import { wordsOf } from '../../../packages/snapshot/src/sql/words.ts'
import type { RankedList } from './measures.ts'

/** The search of the graph, as many pages of it as are wanted. */
export const listOf =
  ({ search }: Pick<SnapshotQuestions, 'search'>): RankedList =>
  (text, limit) =>
    search({ kind: 'paper', text })
      .page({ size: limit, backward: false, after: null, before: null })
      .rows.map(({ node }) => node.key)

/** Plain FTS5 over the same texts: any of the words, by its default rank. */
export const anyWordByFts5 =
  (database: Database): RankedList =>
  (text, limit) => {
    const words = new Set(wordsOf(text).map(({ word }) => `"${word}"`))
    if (words.size === 0) return []
    return database
      .all<{ id: string }>(
        `SELECT id FROM paper_words JOIN paper ON paper.paper = paper_words.rowid
         WHERE paper_words MATCH :match ORDER BY rank LIMIT :limit`,
        { match: [...words].join(' OR '), limit },
      )
      .map(({ id }) => id)
  }
