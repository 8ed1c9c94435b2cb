import { expect, test } from 'vitest'
import { synthesized } from '../testing/synthesized.ts'

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1'
const domain = { domainName: 'papers.example.org', certificateArn }
const plain = synthesized()
const withCdn = synthesized({ cdn: 'true', ...domain })

test('the HTTP API answers no preflight itself, as it would replace the function’s CORS headers', () => {
  expect(plain.one('AWS::ApiGatewayV2::Api').properties.CorsConfiguration).toBeUndefined()
  const keys = plain.all('AWS::ApiGatewayV2::Route').map(({ properties }) => properties.RouteKey)
  expect(keys).toEqual(['$default', 'POST /mcp'])
})

test('requests are throttled and logged without addresses', () => {
  const { properties } = plain.one('AWS::ApiGatewayV2::Stage')
  expect(properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 })
  expect(properties.RouteSettings).toEqual({
    'POST /mcp': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
  })
  const { Format } = properties.AccessLogSettings as { Format: string }
  expect(JSON.parse(Format)).toMatchObject({ requestId: '$context.requestId', status: '$context.status' })
  expect(Format).not.toContain('sourceIp')
  // It comes quoted, within the quotes of the format: no JSON on exactly the lines that matter.
  expect(Format).not.toContain('messageString')
  const { DestinationArn } = properties.AccessLogSettings as { DestinationArn: unknown }
  expect(DestinationArn).toBeDefined()
  expect(JSON.stringify(plain.one('AWS::Logs::LogGroup', 'AccessLog').properties)).toContain(
    '/aws/vendedlogs/',
  )
})

test('the function gives up before API Gateway does', () => {
  expect(plain.one('AWS::Lambda::Function', 'Api').properties.Timeout).toBeLessThan(30)
})

test('the function has as many instances as the account, unless a most is given', () => {
  const reserved = ({ one }: typeof plain) =>
    one('AWS::Lambda::Function', 'Api').properties.ReservedConcurrentExecutions
  expect(reserved(plain)).toBeUndefined()
  expect(reserved(synthesized({ apiConcurrency: '50' }))).toBe(50)
})

test('in production a new version answers the examples, then half of the requests, watched by alarms', () => {
  const prod = synthesized({ stage: 'prod' })
  const alias = prod.one('AWS::Lambda::Alias')
  expect(JSON.stringify(prod.one('AWS::ApiGatewayV2::Integration').properties)).toContain(alias.id)
  const { AlarmConfiguration } = prod.one('AWS::CodeDeploy::DeploymentGroup').properties
  const watched = JSON.stringify(AlarmConfiguration)
  for (const id of ['ApiDown', 'ApiFailing', 'FieldsFailing']) expect(watched).toContain(id)
  expect(prod.one('AWS::CodeDeploy::DeploymentConfig').properties.TrafficRoutingConfig).toMatchObject({
    TimeBasedCanary: { CanaryInterval: 15, CanaryPercentage: 50 },
  })
  expect(plain.all('AWS::CodeDeploy::DeploymentGroup')).toEqual([])
})

test('an urgent deployment waits for no alarm, which an outage has raised already', () => {
  const { properties } = synthesized({ stage: 'prod', urgent: 'true' }).one(
    'AWS::CodeDeploy::DeploymentGroup',
  )
  expect(properties.DeploymentConfigName).toBe('CodeDeployDefault.LambdaAllAtOnce')
  expect(JSON.stringify(properties)).not.toMatch(/ApiDown|DEPLOYMENT_STOP_ON_ALARM/)
})

test('there is no CloudFront unless it is asked for', () => {
  expect(plain.all('AWS::CloudFront::Distribution')).toEqual([])
})

test('CloudFront keeps GETs by their whole query and passes POSTs on', () => {
  const { DistributionConfig } = withCdn.one('AWS::CloudFront::Distribution').properties
  expect(DistributionConfig).toMatchObject({
    Aliases: ['papers.example.org'],
    DefaultCacheBehavior: { AllowedMethods: expect.arrayContaining(['GET', 'POST', 'OPTIONS']) },
  })
  expect(withCdn.one('AWS::CloudFront::CachePolicy').properties.CachePolicyConfig).toMatchObject({
    MinTTL: 0,
    DefaultTTL: 0,
    ParametersInCacheKeyAndForwardedToOrigin: { QueryStringsConfig: { QueryStringBehavior: 'all' } },
  })
})

test('CloudFront adds CORS to responses without it, such as 429 of API Gateway, and compresses', () => {
  const { ResponseHeadersPolicyConfig } = withCdn.one('AWS::CloudFront::ResponseHeadersPolicy').properties
  expect(ResponseHeadersPolicyConfig).toMatchObject({
    CorsConfig: { OriginOverride: false, AccessControlAllowOrigins: { Items: ['*'] } },
  })
  const { DistributionConfig } = withCdn.one('AWS::CloudFront::Distribution').properties
  expect(DistributionConfig).toMatchObject({ DefaultCacheBehavior: { Compress: true } })
})

test('the status of data beside errors is an option', () => {
  const { properties } = synthesized({ partialStatus: '200' }).one('AWS::Lambda::Function', 'Api')
  expect(properties.Environment).toMatchObject({ Variables: { PARTIAL_STATUS: '200' } })
})

test('a web ACL limits clients of CloudFront', () => {
  const webAclArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/limits/1'
  const { properties } = synthesized({ cdn: 'true', webAclArn }).one('AWS::CloudFront::Distribution')
  expect(properties.DistributionConfig).toMatchObject({ WebACLId: webAclArn })
})

test('a domain that moves to CloudFront keeps its place in the region until its second deployment', () => {
  const regionalCertificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/2'
  const before = synthesized({ ...domain, certificateArn: regionalCertificateArn })
  const between = synthesized({ ...domain, cdn: 'true', regionalCertificateArn })
  const [old, moving] = [before, between].map(({ one }) => one('AWS::ApiGatewayV2::DomainName'))
  expect(moving).toEqual(old)
  expect(between.all('AWS::CloudFront::Distribution')).toHaveLength(1)
  expect(withCdn.all('AWS::ApiGatewayV2::DomainName')).toEqual([])
})

test('the function gets the public address only behind CloudFront', () => {
  const publicUrl = ({ one }: typeof plain) =>
    JSON.stringify(one('AWS::Lambda::Function', 'Api').properties.Environment)
  expect(publicUrl(withCdn)).toContain('"PUBLIC_URL":"https://papers.example.org"')
  expect(publicUrl(plain)).not.toContain('PUBLIC_URL')
  expect(publicUrl(synthesized({ cdn: 'true' }))).toMatch(/"PUBLIC_URL":.*Cdn/)
})

test('a domain without CloudFront is served by the HTTP API', () => {
  const withDomain = synthesized(domain)
  expect(withDomain.one('AWS::ApiGatewayV2::DomainName').properties).toMatchObject({
    DomainName: 'papers.example.org',
    DomainNameConfigurations: [{ CertificateArn: certificateArn, EndpointType: 'REGIONAL' }],
  })
  expect(withDomain.outputs.GraphqlUrl?.Value).toBe('https://papers.example.org/graphql')
  expect(withDomain.outputs).toHaveProperty('DomainTarget')
})
