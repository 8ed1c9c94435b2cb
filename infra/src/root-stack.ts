import { CfnOutput, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { alarmTopic } from './alarm/alarm-topic.ts'
import { apiStack } from './api/api-stack.ts'
import { dataStack } from './data/data-stack.ts'
import { digestStack } from './digest/digest-stack.ts'
import { ingestStack } from './ingest/ingest-stack.ts'
import type { Options } from './options/options.ts'
import type { Stage } from './options/stage.ts'
import { alarms } from './watch/alarms.ts'
import { budget } from './watch/budget.ts'
import { dashboard } from './watch/dashboard.ts'
import { savedQueries } from './watch/saved-queries.ts'

/**
 * One stage of the service: data, ingest, API, and what watches them.
 * It is the only top-level stack, so `cdk deploy` needs no arguments and resources never move between stacks.
 */
export function rootStack(scope: Construct, stage: Stage, options: Options): Stack {
  const stack = new Stack(scope, `DailyPapers-${stage.name}`, {
    description: `Daily Papers Graph, stage ${stage.name}: a GraphQL API over Hugging Face's Daily Papers`,
    // CloudFormation passes them on to every resource, also in nested stacks.
    tags: { project: 'daily-papers-graph', stage: stage.name },
  })

  const data = dataStack(stack, stage, options)
  const { table } = data
  const ingest = ingestStack(stack, { stage, options, ...data })
  const topic = alarmTopic(stack, options)
  const api = apiStack(stack, { stage, options, ...data, topic })
  const from = options.digestFrom
  const { undelivered } = ingest
  const digest = from === null ? null : digestStack(stack, { stage, options, api, undelivered, from })

  const raised = alarms(stack, { ingest, api, digest, topic, options })
  savedQueries(stack, stage, { api, ingest })
  if (options.monthlyBudget !== null) budget(stack, options.monthlyBudget, topic)
  dashboard(stack, { table, ingest, api, alarms: raised })

  output(stack, 'SiteUrl', api.url, 'Address of the pages')
  output(stack, 'GraphqlUrl', api.graphqlUrl, 'Address of the API. Open it in a browser for GraphiQL')
  output(stack, 'TableName', table.tableName, 'The DynamoDB table')
  output(stack, 'HistoryBucket', data.history.bucketName, 'The bucket of the weekly export of the history')
  output(
    stack,
    'StartBackfill',
    `pnpm exec node infra/bin/start-backfill.ts --queue ${ingest.backfill.days.queueUrl} --from 2023-05-04`,
    'Brings in the whole history of the feed in about an hour',
  )
  if (digest) {
    output(stack, 'DigestTableName', digest.tableName, 'The DynamoDB table of subscriptions')
    output(stack, 'DkimRecords', digest.dkimRecords, 'CNAME records to add for DKIM: name, value')
  }
  if (api.domainTarget) {
    output(stack, 'DomainTarget', api.domainTarget, 'Point a CNAME record of your domain here')
  }
  return stack
}

function output(stack: Stack, name: string, value: string, description: string): void {
  new CfnOutput(stack, name, { value, description })
}
