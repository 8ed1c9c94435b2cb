import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { ReadRaw } from '../items/reading.ts'
import { gatheringConsistent } from '../table/gathering.ts'
import { type Forgetting, forget } from './forget.ts'
import { type HistoryExport, type Restored, restore } from './restore.ts'
import { soleWriter, type WriterOptions } from './sole-writer.ts'

/** Maintenance of the table by hand. */
export interface Maintenance {
  /** Removes a person by printed name or username, also from later runs. */
  forget(who: string): Promise<Forgetting>
  /** Derives every item again from the stored raw entries, as `read` parses them now. Reports progress. */
  rebuild(read: ReadRaw, onStep?: (papers: number) => void): Promise<void>
  /** Adds an export of the history to the table. */
  restore(exported: HistoryExport): Promise<Restored>
}

export function createMaintenance(
  client: DynamoDBDocumentClient,
  tableName: string,
  options: WriterOptions,
): Maintenance {
  const table = gatheringConsistent({ client, name: tableName })
  const alone = soleWriter(table, options)
  return {
    forget: who => alone((lease, totals) => forget(table, lease, totals, who)),
    restore: exported => alone((lease, totals) => restore(table, lease, totals, exported)),
    rebuild: (read, onStep = () => {}) => alone(async () => {}, { read, onStep }),
  }
}
