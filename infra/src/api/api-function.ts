import type { ApiEnv } from '@daily-papers/api/env.ts'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { readsSnapshot } from '../data/snapshot-bucket.ts'
import { readsTable } from '../data/table-access.ts'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import type { NestedProps } from '../nested-props.ts'

/** The function that answers every request. It can only read. */
export function apiFunction(
  scope: Construct,
  { stage, options, table, snapshots }: NestedProps,
): LambdaFunction {
  return lambdaFunction(scope, 'Api', stage, {
    description: 'Answers GraphQL queries from the table and the snapshot',
    entry: 'packages/api/src/handler.ts',
    environment: {
      TABLE_NAME: table.tableName,
      SNAPSHOT_BUCKET: snapshots.bucketName,
      ...(options.partialStatus && { PARTIAL_STATUS: options.partialStatus }),
      ...(options.digestFrom !== null && { HAS_DIGEST: 'true' as const }),
    } satisfies ApiEnv,
    mapsStacks: true,
    // Only a browser's request for GraphiQL loads these 9 MB.
    beside: { '@graphql-yoga/render-graphiql': ['package.json', 'LICENSE', 'esm'] },
    // 1769 MB is one whole CPU, which a cold start needs.
    memoryMiB: 1769,
    concurrency: options.apiConcurrency,
    // The API stops a query after 20 seconds. API Gateway gives up after 30.
    timeout: Duration.seconds(28),
    may: [...readsTable(table), ...readsSnapshot(snapshots)],
  })
}
