import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Stage } from '../options/stage.ts'

/** One JSON line per request. It has no IP address, which would be personal data. */
const accessLog = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  functionLatencyMs: '$context.integrationLatency',
  error: '$context.error.message',
  functionError: '$context.integrationErrorMessage',
  userAgent: '$context.identity.userAgent',
})

/** Sends every path to the function. CORS stays off here, because API Gateway would replace the function's own headers. */
export function httpApi(
  scope: Construct,
  stage: Stage,
  handler: IFunction,
): { api: HttpApi; stage: HttpStage; accessLog: LogGroup } {
  const integration = new HttpLambdaIntegration('Api', handler)
  const api = new HttpApi(scope, 'HttpApi', {
    apiName: `daily-papers-${stage.name}`,
    description: 'Daily Papers Graph',
    createDefaultStage: false,
    defaultIntegration: integration,
  })
  const assistants = api.addRoutes({ path: '/mcp', methods: [HttpMethod.POST], integration })
  Validations.of(api).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'Anyone may read without a key. Throttling and request ceilings bound the cost.',
  })
  const logGroup = new LogGroup(scope, 'AccessLog', {
    // For other names AWS writes each log into one resource policy of limited length.
    logGroupName: `/aws/vendedlogs/${Stack.of(scope).stackName}`,
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const httpStage = new HttpStage(scope, 'HttpStage', {
    httpApi: api,
    autoDeploy: true,
    throttle: { rateLimit: stage.requestLimit.perSecond, burstLimit: stage.requestLimit.burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup),
      format: AccessLogFormat.custom(accessLog),
    },
  })
  // CDK has no property for the throttle of one route. API Gateway refuses settings of a route that it does not have yet.
  const { perSecond: ThrottlingRateLimit, burst: ThrottlingBurstLimit } = stage.assistantLimit
  const settings = { 'POST /mcp': { ThrottlingRateLimit, ThrottlingBurstLimit } }
  ;(httpStage.node.defaultChild as CfnStage).routeSettings = settings
  httpStage.node.addDependency(...assistants)
  return { api, stage: httpStage, accessLog: logGroup }
}
