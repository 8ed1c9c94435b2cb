import { tableDefinition } from '@daily-papers/store/table-definition.ts'
import { expect, test } from 'vitest'
import { synthesized } from '../testing/synthesized.ts'

const dev = synthesized().one('AWS::DynamoDB::Table')
const prod = synthesized({ stage: 'prod' }).one('AWS::DynamoDB::Table')

const keys = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
]

test('the table has the keys, indexes and time to live of the store', () => {
  expect(dev.properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys(tableDefinition),
    GlobalSecondaryIndexes: tableDefinition.indexes.map(index => ({
      IndexName: index.name,
      KeySchema: keys(index),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] },
    })),
    TimeToLiveSpecification: { AttributeName: tableDefinition.timeToLive, Enabled: true },
  })
})

test('in production the table survives its stack, cannot be deleted and can be brought back to any second', () => {
  expect(prod.deletionPolicy).toBe('Retain')
  expect(prod.properties).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  })
})

test('in development the table goes with its stack', () => {
  expect(dev.deletionPolicy).toBe('Delete')
  expect(dev.properties).toMatchObject({ DeletionProtectionEnabled: false })
})

test.each([
  ['dev', dev, { MaxReadRequestUnits: 500, MaxWriteRequestUnits: 500 }],
  ['prod', prod, { MaxReadRequestUnits: 2_000, MaxWriteRequestUnits: 1_000 }],
] as const)('in %s the table and each index have a ceiling', (_stage, { properties }, ceiling) => {
  expect(properties.OnDemandThroughput).toEqual(ceiling)
  const indexes = properties.GlobalSecondaryIndexes as { OnDemandThroughput: unknown }[]
  expect(indexes.map(index => index.OnDemandThroughput)).toEqual(tableDefinition.indexes.map(() => ceiling))
})

test('a restored table is read and written in place of the stage’s own, which stays', () => {
  const restored = synthesized({ stage: 'prod', restoredTable: 'papers-as-of-monday' })
  expect(restored.all('AWS::DynamoDB::Table')).toHaveLength(1)
  for (const id of ['Api', 'Refresher', 'Backfiller']) {
    const { properties } = restored.one('AWS::Lambda::Function', id)
    expect(properties.Environment).toMatchObject({ Variables: { TABLE_NAME: 'papers-as-of-monday' } })
    expect(JSON.stringify(restored.one('AWS::IAM::Role', id))).toContain(':table/papers-as-of-monday')
  }
})
