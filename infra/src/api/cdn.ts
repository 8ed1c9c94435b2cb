import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Duration, Fn, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Options } from '../options/options.ts'

/** CloudFront in front of the API. It caches a GET for as long as the response says and passes POSTs on. Returns its host name. */
export function cdn(
  scope: Construct,
  api: HttpApi,
  { domain, webAclArn }: Pick<Options, 'domain' | 'webAclArn'>,
): string {
  const cachePolicy = new CachePolicy(scope, 'AnswersPolicy', {
    comment: 'Caches as long as Cache-Control says, and nothing without it',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(7),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    // The same URL answers a browser with GraphiQL and a program with JSON.
    headerBehavior: CacheHeaderBehavior.allowList('Accept'),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  })
  // API Gateway's own 429 and 503 have no CORS headers, without which a browser cannot read them.
  const responseHeadersPolicy = new ResponseHeadersPolicy(scope, 'HeadersPolicy', {
    comment: 'CORS for responses that have no such headers of their own',
    corsBehavior: {
      originOverride: false,
      accessControlAllowCredentials: false,
      accessControlAllowOrigins: ['*'],
      accessControlAllowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
      accessControlAllowHeaders: ['*'],
      accessControlExposeHeaders: ['Retry-After'],
    },
  })
  const distribution = new Distribution(scope, 'Cdn', {
    comment: 'Daily Papers Graph',
    defaultBehavior: {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
        readTimeout: Duration.seconds(30),
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy,
      responseHeadersPolicy,
      // API Gateway finds the API by its own host name.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    },
    // Without this CloudFront caches an error for ten seconds.
    errorResponses: [400, 404, 405, 414, 500, 502, 503, 504].map(httpStatus => ({
      httpStatus,
      ttl: Duration.seconds(0),
    })),
    ...(webAclArn && { webAclId: webAclArn }),
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    ...(domain && {
      domainNames: [domain.name],
      certificate: Certificate.fromCertificateArn(scope, 'CdnCertificate', domain.certificateArn),
    }),
  })
  const reasons = {
    'AwsSolutions-CFR1': 'The papers are public in every country.',
    'AwsSolutions-CFR2':
      'A firewall costs more than the whole stage, so it is an option (`webAclArn`). Throttling and request ceilings bound a flood.',
    'AwsSolutions-CFR3':
      'API Gateway logs what reaches the API. Cached responses cost too little to be worth a log.',
    'AwsSolutions-CFR4':
      'The TLS version of CloudFront’s own certificate is fixed. With a domain it is TLS 1.2 or newer.',
  }
  for (const [id, reason] of Object.entries(reasons)) Validations.of(distribution).acknowledge({ id, reason })
  return distribution.distributionDomainName
}
