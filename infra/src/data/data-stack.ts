import { type ITable, Table } from 'aws-cdk-lib/aws-dynamodb'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { NestedStack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Options } from '../options/options.ts'
import type { Stage } from '../options/stage.ts'
import { papersTable } from './papers-table.ts'
import { snapshotBucket } from './snapshot-bucket.ts'

export interface Data {
  table: ITable
  /** Where the snapshot is published. */
  snapshots: IBucket
}

/** What must not be lost, apart from what can be deployed again at any time. */
export function dataStack(scope: Construct, stage: Stage, { restoredTable }: Options): Data {
  const stack = new NestedStack(scope, 'Data', {
    description: 'Daily Papers Graph: the table, and the snapshot of it',
  })
  const own = papersTable(stack, stage)
  // The stage's own table stays beside the restored one, as nobody deletes what may still be needed.
  const snapshots = snapshotBucket(stack, stage)
  return {
    snapshots,
    table: restoredTable ? Table.fromTableName(scope, 'RestoredTable', restoredTable) : own,
  }
}
