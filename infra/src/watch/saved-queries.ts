import { type ILogGroup, QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Api } from '../api/api-stack.ts'
import type { Ingest } from '../ingest/ingest-stack.ts'
import type { Stage } from '../options/stage.ts'

interface Query {
  logGroups: ILogGroup[]
  fields: string[]
  filterStatements?: string[]
  statsStatements?: string[]
}

/** Saved queries of Logs Insights, each named after the runbook's article that needs it. */
export function savedQueries(
  scope: Construct,
  stage: Stage,
  { api, ingest }: { api: Api; ingest: Ingest },
): void {
  const ofRuns = [ingest.refresher.logGroup, ingest.backfill.backfiller.logGroup]
  const queries: Record<string, Query> = {
    'run-failed': {
      logGroups: ofRuns,
      fields: ['@timestamp', 'day', 'reason'],
      filterStatements: ['message = "day failed"'],
    },
    'entries-unreadable': {
      logGroups: ofRuns,
      fields: ['problem'],
      filterStatements: ['message = "entry skipped"'],
      statsStatements: ['count(*) as entries, earliest(day) as firstDay, latest(day) as lastDay by problem'],
    },
    'snapshot-failing': {
      logGroups: [ingest.snapshotter.logGroup],
      fields: ['@timestamp', 'message', 'error.message', 'record.metrics.maxMemoryUsedMB'],
      filterStatements: ['level = "ERROR" or type = "platform.report"'],
    },
    'api-failing': {
      logGroups: [api.accessLog],
      fields: ['@timestamp', 'status', 'path', 'functionError', 'requestId'],
      filterStatements: ['status >= 500'],
    },
    'fields-failing': {
      logGroups: [api.api.logGroup],
      fields: ['error.message', 'path'],
      filterStatements: ['message = "request failed"'],
      statsStatements: ['count(*) as errors, latest(requestId) as lastRequest by path, error.message'],
    },
    'api-slow': {
      logGroups: [api.accessLog],
      fields: ['path', 'latencyMs', 'userAgent'],
      filterStatements: ['latencyMs > 3000'],
      statsStatements: ['count(*) as requests, max(latencyMs) as longest by path, userAgent'],
    },
  }
  for (const [article, { logGroups, ...query }] of Object.entries(queries))
    new QueryDefinition(scope, `Query-${article}`, {
      queryDefinitionName: `daily-papers-${stage.name}/${article}`,
      queryString: new QueryString({
        ...query,
        ...(query.statsStatements ? {} : { sort: '@timestamp desc', limit: 100 }),
      }),
      logGroups,
    })
}
