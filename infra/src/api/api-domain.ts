import { ApiMapping, DomainName, type HttpApi, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Construct } from 'constructs'

/** Serves the HTTP API under a custom domain. Returns the target of its CNAME record. */
export function apiDomain(
  scope: Construct,
  { api, stage }: { api: HttpApi; stage: HttpStage },
  domain: { name: string; certificateArn: string },
): string {
  const domainName = new DomainName(scope, 'Domain', {
    domainName: domain.name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
  })
  new ApiMapping(scope, 'DomainMapping', { api, stage, domainName })
  return domainName.regionalDomainName
}
