import { table as definition } from '@daily-papers/store/table.ts'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'

// The grant… methods of CDK allow scans, streams and every index by a wildcard; these are the calls that the store makes.
const reads = ['dynamodb:BatchGetItem', 'dynamodb:Query']
// The lease is one item, changed alone.
const lease = ['dynamodb:UpdateItem', 'dynamodb:DeleteItem']
const writes = ['dynamodb:PutItem', 'dynamodb:BatchWriteItem']

/** Leave to ask every question of the store. */
export function readsTable(table: ITable): PolicyStatement[] {
  const indexes = definition.indexes.map(index => `${table.tableArn}/index/${index.name}`)
  return [
    new PolicyStatement({ actions: reads, resources: [table.tableArn] }),
    new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexes }),
  ]
}

/**
 * Leave to bring papers in: the ingest reads what stands under base keys before it writes, and no index.
 * It scans only to take over a rebuild that broke off.
 */
export function writesTable(table: ITable): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: [...reads, ...lease, ...writes, 'dynamodb:Scan'],
      resources: [table.tableArn],
    }),
  ]
}
