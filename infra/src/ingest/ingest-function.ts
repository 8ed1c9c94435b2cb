import type { IngestEnv } from '@daily-papers/ingest/env.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { type Duration, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { writesTable } from '../data/table-access.ts'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import type { NestedProps } from '../nested-props.ts'

interface IngestFunctionProps extends NestedProps {
  description: string
  timeout: Duration
  may: PolicyStatement[]
}

/** A function that runs the ingest's handler and may write the table. */
export function ingestFunction(scope: Construct, id: string, props: IngestFunctionProps): LambdaFunction {
  const { stage, options, table } = props
  return lambdaFunction(scope, id, stage, {
    description: props.description,
    entry: 'packages/ingest/src/lambda/handler.ts',
    environment: {
      TABLE_NAME: table.tableName,
      HUB_URL: options.hubUrl,
      ...(options.hubTokenParameter !== null && { HF_TOKEN_PARAMETER: options.hubTokenParameter }),
    } satisfies IngestEnv,
    memoryMiB: 1024,
    timeout: props.timeout,
    may: [...writesTable(table), ...readsHubToken(scope, options.hubTokenParameter), ...props.may],
  })
}

/** Reading a SecureString under the AWS managed key needs no permission to decrypt: the key's policy grants it. */
function readsHubToken(scope: Construct, parameter: string | null): PolicyStatement[] {
  if (parameter === null) return []
  const arn = Stack.of(scope).formatArn({
    service: 'ssm',
    resource: 'parameter',
    resourceName: parameter.slice(1),
  })
  return [new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [arn] })]
}
