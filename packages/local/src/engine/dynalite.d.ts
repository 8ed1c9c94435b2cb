/** The parts of dynalite 4 that the embedded engine uses; the package has no types of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http'

  interface EngineOptions {
    /** The LevelDB folder; in memory without it. */
    path?: string
    createTableMs?: number
    deleteTableMs?: number
    updateTableMs?: number
  }
  /** `close` also closes the database. */
  export default function dynalite(options?: EngineOptions): Server
}

declare module 'dynalite/db/index.js' {
  type Item = Record<string, unknown>
  interface TableRecord {
    TableName: string
    TableStatus: string
    GlobalSecondaryIndexes?: { IndexName: string; IndexStatus: string }[]
  }
  type Row = [key: string, value: unknown]
  interface Range {
    gte: string
    lt: string
  }
  interface Database {
    open(): Promise<void>
    close(): Promise<void>
    clear(range: Range): Promise<void>
    batch(operations: { type: 'put'; key: string; value: unknown }[]): Promise<void>
    values(): { next(): Promise<unknown>; close(): Promise<void> }
    iterator(range: Range): AsyncIterable<Row> & { all(): Promise<Row[]> }
  }
  const dynaliteDb: {
    create(options: {
      path: string
      createTableMs?: number
      deleteTableMs?: number
      updateTableMs?: number
    }): { db: Database }
    /** The index writes when `item` replaces `existing`. */
    getIndexActions(
      indexes: { IndexName: string }[],
      existing: Item | null,
      item: Item,
      table: TableRecord,
    ): { puts: { index: string; key: string; item: Item }[] }
  }

  export type { Database, Item, TableRecord }
  export default dynaliteDb
}
