import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

export type Parameters = Record<string, SQLInputValue>

/** A snapshot's file, only read. Statements are prepared once. */
export interface Database {
  /** Every row of an answer. The caller says what its own SQL selects. */
  all<Row>(sql: string, parameters?: Parameters): Row[]
  one<Row>(sql: string, parameters?: Parameters): Row | null
  close(): void
}

/** Texts of SQL differ by which conditions a filter has, so they are many, though never one for each value. */
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
    // A filter gives each of its parameters to every statement, whether it uses them or not.
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
