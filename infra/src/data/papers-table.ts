import { tableDefinition } from '@daily-papers/store/table-definition.ts'
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { RemovalPolicy, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Stage } from '../options/stage.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** The table. Its keys and indexes come from the store's definition. */
export function papersTable(scope: Construct, stage: Stage): Table {
  const ceiling = {
    maxReadRequestUnits: stage.requestCeiling.readUnits,
    maxWriteRequestUnits: stage.requestCeiling.writeUnits,
  }
  const table = new Table(scope, 'Papers', {
    partitionKey: text(tableDefinition.partitionKey),
    sortKey: text(tableDefinition.sortKey),
    timeToLiveAttribute: tableDefinition.timeToLive,
    billingMode: BillingMode.PAY_PER_REQUEST,
    ...ceiling,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: stage.keepsData },
    deletionProtection: stage.keepsData,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  for (const index of tableDefinition.indexes) {
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...index.projected],
      ...ceiling,
    })
  }
  if (!stage.keepsData) {
    Validations.of(table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'A development table is deleted with its stack. The feed has every paper in it.',
    })
  }
  return table
}
