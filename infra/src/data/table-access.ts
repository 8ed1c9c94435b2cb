import { tableDefinition } from '@daily-papers/store/table-definition.ts'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'

// CDK's grant… methods allow scans, streams and every index. These are the calls that the store makes.
const reads = ['dynamodb:BatchGetItem', 'dynamodb:Query']
// The lease is one item, written by itself.
const lease = ['dynamodb:UpdateItem', 'dynamodb:DeleteItem']
const writes = ['dynamodb:PutItem', 'dynamodb:BatchWriteItem']

/** Permission for every question of the store. */
export function readsTable(table: ITable): PolicyStatement[] {
  const indexes = tableDefinition.indexes.map(index => `${table.tableArn}/index/${index.name}`)
  return [
    new PolicyStatement({ actions: reads, resources: [table.tableArn] }),
    new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexes }),
  ]
}

/**
 * Permission to write papers. The ingest reads items by their base keys and no index.
 * It scans only to finish a rebuild that was interrupted.
 */
export function writesTable(table: ITable): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: [...reads, ...lease, ...writes, 'dynamodb:Scan'],
      resources: [table.tableArn],
    }),
  ]
}
