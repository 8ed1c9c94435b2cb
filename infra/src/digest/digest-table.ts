import { tableDefinition } from '@daily-papers/digest/table-definition.ts'
import { AttributeType, BillingMode, type ITable, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { RemovalPolicy, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Options } from '../options/options.ts'
import type { Stage } from '../options/stage.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** The table of subscriptions, or the one that `digestTable` names. */
export function digestTable(scope: Construct, stage: Stage, options: Options): ITable {
  if (options.digestTable !== null) return Table.fromTableName(scope, 'Subscriptions', options.digestTable)
  const table = new Table(scope, 'Subscriptions', {
    partitionKey: text(tableDefinition.partitionKey),
    sortKey: text(tableDefinition.sortKey),
    timeToLiveAttribute: tableDefinition.timeToLive,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: stage.keepsData },
    deletionProtection: stage.keepsData,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  table.addGlobalSecondaryIndex({
    indexName: tableDefinition.index.name,
    partitionKey: text(tableDefinition.index.partitionKey),
    sortKey: text(tableDefinition.index.sortKey),
    projectionType: ProjectionType.KEYS_ONLY,
  })
  if (!stage.keepsData) {
    Validations.of(table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'The subscriptions of a development stage are deleted with it.',
    })
  }
  return table
}
