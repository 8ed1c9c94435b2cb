import type { LinksEnv } from '@daily-papers/digest/env.ts'
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { CfnResource, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import type { Stage } from '../options/stage.ts'
import { answersLinks } from './digest-access.ts'

const PATH = '/subscriptions/{token}'

/**
 * The function behind the links of mails. It cannot send. In a stage that keeps data, CloudFormation retains it when
 * the digest is turned off, because the unsubscribe link of an old mail has to go on working.
 */
export function links(scope: Construct, stage: Stage, table: ITable, httpApi: HttpApi): void {
  const own = new Construct(scope, 'Links')
  const handler = lambdaFunction(own, 'Subscriptions', stage, {
    description: 'Answers the links of mails: confirm, change, unsubscribe, delete',
    entry: 'packages/digest/src/lambda/links-handler.ts',
    environment: { TABLE_NAME: table.tableName } satisfies LinksEnv,
    memoryMiB: 512,
    timeout: Duration.seconds(20),
    may: [answersLinks(table)],
  })
  const integration = new HttpLambdaIntegration('SubscriptionLinks', handler)
  for (const method of [HttpMethod.GET, HttpMethod.POST]) openRoute(own, httpApi, method, PATH, integration)
  if (!stage.keepsData) return
  for (const construct of own.node.findAll())
    if (CfnResource.isCfnResource(construct)) construct.applyRemovalPolicy(RemovalPolicy.RETAIN)
}

/** A route for everybody: the token in a link is its credential. */
export function openRoute(
  scope: Construct,
  httpApi: HttpApi,
  method: HttpMethod,
  path: string,
  integration: HttpLambdaIntegration,
): void {
  const route = new HttpRoute(scope, `${method} ${path}`, {
    httpApi,
    routeKey: HttpRouteKey.with(path, method),
    integration,
  })
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'Anyone may subscribe, and the token in a link is its credential.',
  })
}
