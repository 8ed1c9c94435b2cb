import { type ITable, Table } from 'aws-cdk-lib/aws-dynamodb'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { NestedStack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Options } from '../options/options.ts'
import type { Stage } from '../options/stage.ts'
import { historyBucket } from './history-bucket.ts'
import { papersTable } from './papers-table.ts'
import { snapshotBucket } from './snapshot-bucket.ts'

export interface Data {
  table: ITable
  /** Holds the published snapshot. */
  snapshots: IBucket
  /** Holds the exports of the history. */
  history: IBucket
}

/** Stateful resources, apart from what can be deployed again at any time. */
export function dataStack(scope: Construct, stage: Stage, { restoredTable }: Options): Data {
  const stack = new NestedStack(scope, 'Data', {
    description: 'Daily Papers Graph: the table, its snapshot, and exports of its history',
  })
  const own = papersTable(stack, stage)
  const snapshots = snapshotBucket(stack, stage)
  return {
    snapshots,
    history: historyBucket(stack, stage),
    // The stage's own table stays beside a restored one, because it may still be needed.
    table: restoredTable ? Table.fromTableName(scope, 'RestoredTable', restoredTable) : own,
  }
}
