import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { RemovalPolicy, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Stage } from '../options/stage.ts'

/** One line of JSON for each request: what came, what was answered, how long it took. No address: it would be personal data. */
const accessLog = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  functionLatencyMs: '$context.integrationLatency',
  error: '$context.error.messageString',
  functionError: '$context.integrationErrorMessage',
  userAgent: '$context.identity.userAgent',
})

/** The door: every path goes to the function, which alone answers CORS (an answer here would replace the function's). */
export function httpApi(
  scope: Construct,
  stage: Stage,
  reader: IFunction,
): { api: HttpApi; stage: HttpStage } {
  const api = new HttpApi(scope, 'HttpApi', {
    apiName: `daily-papers-${stage.name}`,
    description: 'Daily Papers Graph',
    createDefaultStage: false,
    defaultIntegration: new HttpLambdaIntegration('Reader', reader),
  })
  Validations.of(api).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'Reading is open to everyone without a key; throttling and request ceilings hold down what it costs.',
  })
  const logGroup = new LogGroup(scope, 'AccessLog', {
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
  return { api, stage: httpStage }
}
