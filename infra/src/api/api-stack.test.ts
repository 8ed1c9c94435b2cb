import { expect, test } from 'vitest'
import { synthesized } from '../testing/synthesized.ts'

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1'
const domain = { domainName: 'papers.example.org', certificateArn }
const plain = synthesized()
const withCdn = synthesized({ cdn: 'true', ...domain })

test('the HTTP API answers no preflight itself, as it would replace the function’s CORS headers', () => {
  expect(plain.one('AWS::ApiGatewayV2::Api').properties.CorsConfiguration).toBeUndefined()
  expect(plain.one('AWS::ApiGatewayV2::Route').properties.RouteKey).toBe('$default')
})

test('requests are throttled and logged without addresses', () => {
  const { properties } = plain.one('AWS::ApiGatewayV2::Stage')
  expect(properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 })
  const { Format } = properties.AccessLogSettings as { Format: string }
  expect(JSON.parse(Format)).toMatchObject({ requestId: '$context.requestId', status: '$context.status' })
  expect(Format).not.toContain('sourceIp')
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

test('only behind CloudFront the function is told where readers reach it', () => {
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
