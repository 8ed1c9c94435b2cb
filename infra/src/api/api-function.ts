import type { ApiEnv } from '@daily-papers/api/env.ts'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Duration } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { readsSnapshot } from '../data/snapshot-bucket.ts'
import { readsTable } from '../data/table-access.ts'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import type { ApiProps } from './api-stack.ts'

/** The function that answers every request, and can only read. */
export function apiFunction(
  scope: Construct,
  { stage, options, table, snapshots }: ApiProps,
): LambdaFunction {
  return lambdaFunction(scope, 'Reader', stage, {
    description: 'Answers GraphQL queries from the table',
    entry: 'packages/api/src/handler.ts',
    environment: { TABLE_NAME: table.tableName, SNAPSHOT_BUCKET: snapshots.bucketName } satisfies ApiEnv,
    // GraphiQL's 9 MB are loaded when a browser asks for it, and by no other request.
    beside: { '@graphql-yoga/render-graphiql': ['package.json', 'LICENSE', 'esm'] },
    // As much as one whole CPU, which is what a cold start waits for.
    memoryMiB: 1769,
    concurrency: options.apiConcurrency,
    // A query is stopped after 20 seconds, and API Gateway gives up after 30.
    timeout: Duration.seconds(28),
    may: [...readsTable(table), ...readsSnapshot(snapshots)],
  })
}
