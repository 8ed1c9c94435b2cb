import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

export type Parameters = Record<string, SQLInputValue>

/** A snapshot's file, read-only. Statements are prepared once. */
export interface Database {
  /** All rows of a result. The caller names the type, because it wrote the SQL. */
  all<Row>(sql: string, parameters?: Parameters): Row[]
  one<Row>(sql: string, parameters?: Parameters): Row | null
  close(): void
}

/**
 * Statement cache: a filter's conditions change the SQL text, its values don't. So there are many texts, but a
 * limited number.
 */
const MOST_STATEMENTS = 200

export function openDatabase(file: string): Database {
  const database = new DatabaseSync(file, { readOnly: true })
  database.exec('PRAGMA cache_size = -16000; PRAGMA mmap_size = 268435456; PRAGMA temp_store = MEMORY;')
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    const statement = database.prepare(sql)
    // A filter passes all its parameters to every statement, also those that a statement doesn't use.
    statement.setAllowUnknownNamedParameters(true)
    statements.set(sql, statement)
    return statement
  }
  return {
    all: <Row>(sql: string, parameters: Parameters = {}) => prepared(sql).all(parameters) as Row[],
    one: <Row>(sql: string, parameters: Parameters = {}) =>
      (prepared(sql).get(parameters) as Row | undefined) ?? null,
    close: () => database.close(),
  }
}
