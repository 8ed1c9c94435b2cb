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
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Duration, Fn, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** CloudFront before the API: a GET is kept for as long as its answer says, a POST passes through. Returns its host name. */
export function cdn(
  scope: Construct,
  api: HttpApi,
  domain: { name: string; certificateArn: string } | null,
): string {
  const cachePolicy = new CachePolicy(scope, 'AnswersPolicy', {
    comment: 'As long as Cache-Control says, and not at all where it says nothing',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(7),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    // The same URL answers a browser with GraphiQL and a program with JSON.
    headerBehavior: CacheHeaderBehavior.allowList('Accept'),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
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
      // API Gateway knows the API by its own host name.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    },
    // An error is over when it is over: CloudFront would keep it for ten seconds.
    errorResponses: [400, 404, 405, 414, 500, 502, 503, 504].map(httpStatus => ({
      httpStatus,
      ttl: Duration.seconds(0),
    })),
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    ...(domain && {
      domainNames: [domain.name],
      certificate: Certificate.fromCertificateArn(scope, 'CdnCertificate', domain.certificateArn),
    }),
  })
  const reasons = {
    'AwsSolutions-CFR1': 'The papers are public everywhere.',
    'AwsSolutions-CFR2':
      'A firewall costs more than the whole stage; throttling and request ceilings hold down what a flood can do.',
    'AwsSolutions-CFR3':
      'API Gateway logs what reaches the API; answers from the cache cost too little to be logged.',
    'AwsSolutions-CFR4':
      'With CloudFront’s own certificate the TLS version cannot be chosen; with a domain it is TLS 1.2 or newer.',
  }
  for (const [id, reason] of Object.entries(reasons)) Validations.of(distribution).acknowledge({ id, reason })
  return distribution.distributionDomainName
}
