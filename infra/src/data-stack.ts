import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { NestedStack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { papersTable } from './papers-table.ts'
import type { Stage } from './stage.ts'

/** What must not be lost, apart from what can be deployed again at any time. */
export function dataStack(scope: Construct, stage: Stage): { table: Table } {
  const stack = new NestedStack(scope, 'Data', { description: 'Daily Papers Graph: the table' })
  return { table: papersTable(stack, stage) }
}
