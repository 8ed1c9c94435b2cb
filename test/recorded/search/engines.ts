import { DatabaseSync } from 'node:sqlite'
import type { Snapshot } from '@daily-papers/snapshot/open.ts'
import type { Database } from '../../../packages/snapshot/src/sql/database.ts'
import type { Task } from './judgements.ts'

/** The first ten that an engine finds for a query: identifiers of papers, or keys of authors. */
export type Engine = (query: string, kind: Task['kind']) => string[]

const firstTen = { size: 10, backward: false, after: null, before: null }

/** The search of the graph. */
export const ours =
  ({ search }: Pick<Snapshot, 'search'>): Engine =>
  (query, kind) =>
    search({ kind, text: query })
      .page(firstTen)
      .rows.map(({ node }) => node.key)

/** FTS5 as it comes over the same texts: its default tokenizer, all words wanted, its default rank. */
export function fts5Defaults(database: Database): Engine {
  const memory = new DatabaseSync(':memory:')
  memory.exec(`
    CREATE VIRTUAL TABLE paper USING fts5(key UNINDEXED, title, abstract, summary, keywords, authors);
    CREATE VIRTUAL TABLE author USING fts5(key UNINDEXED, name);
    BEGIN;
  `)
  const paper = memory.prepare(
    'INSERT INTO paper VALUES (:key, :title, :abstract, :summary, :keywords, :authors)',
  )
  const texts = database.all<Record<string, string>>(`
    SELECT id AS key, title, abstract, ai_summary AS summary,
      (SELECT group_concat(name, ', ') FROM paper_keyword AS k WHERE k.paper = paper.paper) AS keywords,
      (SELECT group_concat(name, ', ') FROM authorship AS a WHERE a.paper = paper.paper) AS authors
    FROM paper JOIN paper_text USING (paper) ORDER BY paper.paper`)
  for (const text of texts) paper.run(text)
  const author = memory.prepare('INSERT INTO author VALUES (:key, :name)')
  for (const one of database.all<Record<string, string>>('SELECT key, name FROM author ORDER BY author'))
    author.run(one)
  memory.exec('COMMIT')
  return (query, kind) => {
    const isPhrase = query.startsWith('"')
    const words = isPhrase ? [query.slice(1, -1)] : query.split(/\s+/)
    const match = words.map(word => `"${word.replaceAll('"', '""')}"`).join(' ')
    const rows = memory
      .prepare(`SELECT key FROM ${kind} WHERE ${kind} MATCH ? ORDER BY rank LIMIT 10`)
      .all(match)
    return rows.map(({ key }) => String(key))
  }
}
