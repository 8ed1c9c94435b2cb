import { type ITable, Table } from 'aws-cdk-lib/aws-dynamodb'
import { NestedStack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Options } from './options.ts'
import { papersTable } from './papers-table.ts'
import type { Stage } from './stage.ts'

/** What must not be lost, apart from what can be deployed again at any time. */
export function dataStack(scope: Construct, stage: Stage, { restoredTable }: Options): { table: ITable } {
  const stack = new NestedStack(scope, 'Data', { description: 'Daily Papers Graph: the table' })
  const own = papersTable(stack, stage)
  // The stage's own table stays beside the restored one, as nobody deletes what may still be needed.
  return { table: restoredTable ? Table.fromTableName(scope, 'RestoredTable', restoredTable) : own }
}
