import type { ApiEnv } from '@daily-papers/api/env.ts'
import type { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { NestedStack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { NestedProps } from '../nested-props.ts'
import type { Options } from '../options/options.ts'
import { apiAlarms } from './api-alarms.ts'
import { apiDomain } from './api-domain.ts'
import { apiFunction } from './api-function.ts'
import { cdn } from './cdn.ts'
import { httpApi } from './http-api.ts'
import { probe } from './probe.ts'
import { liveAlias, rollout } from './rollout.ts'

export interface Api {
  api: LambdaFunction
  httpApi: HttpApi
  httpStage: HttpStage
  accessLog: LogGroup
  alarms: Alarm[]
  /** Where clients reach it, without a slash at the end. */
  url: string
  graphqlUrl: string
  /** Target of the domain's CNAME record. Null without a domain. */
  domainTarget: string | null
}

/** The API: an HTTP API in front of one function, with CloudFront and a domain if the options ask for them. */
export function apiStack(scope: Construct, props: NestedProps & { topic: ITopic }): Api {
  const { stage, options, topic } = props
  const stack = new NestedStack(scope, 'Api', { description: 'Daily Papers Graph: the API' })
  const api = apiFunction(stack, props)
  const live = stage.rollsBack ? liveAlias(stack, api) : null
  const http = httpApi(stack, stage, live ?? api)
  const { url, domainTarget } = front(stack, http, options)
  // CloudFront calls the function by the host name of the HTTP API, which clients never see.
  if (options.cdn) api.addEnvironment('PUBLIC_URL' satisfies keyof ApiEnv, url)
  const prober = probe(stack, stage, http.api.apiEndpoint)
  const { repository } = options
  const alarms = apiAlarms(stack, { stage, httpStage: http.stage, api, prober }, { topic, repository })
  if (live) rollout(stack, { stage, api, live, alarms, isUrgent: options.urgent })
  return {
    api,
    httpApi: http.api,
    httpStage: http.stage,
    accessLog: http.accessLog,
    alarms,
    url,
    graphqlUrl: `${url}/graphql`,
    domainTarget,
  }
}

/** Where clients reach the API: its own URL, CloudFront's, or the domain's. */
function front(stack: Construct, http: { api: HttpApi; stage: HttpStage }, options: Options) {
  const { cdn: cached, domain, regionalCertificateArn } = options
  // While clients move to CloudFront, those with an old DNS answer still come to the region.
  if (cached && domain && regionalCertificateArn)
    apiDomain(stack, http, { name: domain.name, certificateArn: regionalCertificateArn })
  const target = cached ? cdn(stack, http.api, options) : domain && apiDomain(stack, http, domain)
  if (domain) return { url: `https://${domain.name}`, domainTarget: target }
  return { url: target ? `https://${target}` : http.api.apiEndpoint, domainTarget: null }
}
