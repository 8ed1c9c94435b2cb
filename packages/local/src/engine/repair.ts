import type { Database, Item, TableRecord } from 'dynalite/db/index.js'
import dynaliteDb from 'dynalite/db/index.js'

const BATCH = 1_000

/** The range of keys with a prefix. dynalite's keys are ASCII up to the name of the table or index. */
const startingWith = (prefix: string) => ({ gte: prefix, lt: `${prefix}\uFFFF` })

/**
 * Derives every index of a dynalite database again from the items of its tables.
 *
 * dynalite writes an item's index rows and then the item, each by itself. Killed in between, it leaves rows of an item
 * that was never written. An item itself is never torn. The repair can be repeated after a kill.
 */
export async function repairIndexes(db: Database): Promise<{ tables: number; items: number }> {
  await db.clear(startingWith('index-'))
  let [tables, items] = [0, 0]
  for await (const [key, value] of db.iterator(startingWith('table~'))) {
    const table = value as TableRecord
    await activate(db, key, table)
    items += await repairTable(db, table)
    tables += 1
  }
  return { tables, items }
}

/** A table whose creation was interrupted stays in `CREATING` forever. */
async function activate(db: Database, key: string, table: TableRecord) {
  if (table.TableStatus === 'ACTIVE') return
  table.TableStatus = 'ACTIVE'
  for (const index of table.GlobalSecondaryIndexes ?? []) index.IndexStatus = 'ACTIVE'
  await db.batch([{ type: 'put', key, value: table }])
}

async function repairTable(db: Database, table: TableRecord): Promise<number> {
  const indexes = table.GlobalSecondaryIndexes ?? []
  let rows: Parameters<Database['batch']>[0] = []
  let items = 0
  for await (const [, item] of db.iterator(startingWith(`item-${table.TableName}~`))) {
    items += 1
    for (const put of dynaliteDb.getIndexActions(indexes, null, item as Item, table).puts) {
      rows.push({
        type: 'put',
        key: `index-global~${table.TableName}~${put.index}~${put.key}`,
        value: put.item,
      })
    }
    if (rows.length < BATCH) continue
    await db.batch(rows)
    rows = []
  }
  await db.batch(rows)
  return items
}

/** Whether a LevelDB error means that another process has the database open. */
export const isLocked = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'LEVEL_LOCKED') || (error.cause !== undefined && isLocked(error.cause)))
