import type { ApiEnv } from '@daily-papers/api/env.ts'
import type { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { NestedStack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Options } from '../options/options.ts'
import type { Stage } from '../options/stage.ts'
import { apiDomain } from './api-domain.ts'
import { apiFunction } from './api-function.ts'
import { cdn } from './cdn.ts'
import { httpApi } from './http-api.ts'

export interface Api {
  reader: LambdaFunction
  httpStage: HttpStage
  graphqlUrl: string
  /** What a CNAME record of the custom domain must name; null without a domain. */
  domainTarget: string | null
}

export interface ApiProps {
  stage: Stage
  options: Options
  table: ITable
  snapshots: IBucket
}

/** What answers readers: an HTTP API before one function, CloudFront and a host name of one's own if asked for. */
export function apiStack(scope: Construct, props: ApiProps): Api {
  const { stage, options } = props
  const stack = new NestedStack(scope, 'Api', { description: 'Daily Papers Graph: what answers readers' })
  const reader = apiFunction(stack, props)
  const http = httpApi(stack, stage, reader)
  const { url, domainTarget } = front(stack, http, options)
  // Behind CloudFront the function is called by the host name of the HTTP API, which is not the readers'.
  if (options.cdn) reader.addEnvironment('PUBLIC_URL' satisfies keyof ApiEnv, url)
  return { reader, httpStage: http.stage, graphqlUrl: `${url}/graphql`, domainTarget }
}

/** Where readers reach the API: its own URL, CloudFront's, or the domain's. */
function front(stack: Construct, http: { api: HttpApi; stage: HttpStage }, { cdn: cached, domain }: Options) {
  const target = cached ? cdn(stack, http.api, domain) : domain && apiDomain(stack, http, domain)
  if (domain) return { url: `https://${domain.name}`, domainTarget: target }
  return { url: target ? `https://${target}` : http.api.apiEndpoint, domainTarget: null }
}
