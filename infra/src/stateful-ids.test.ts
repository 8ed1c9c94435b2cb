import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { synthesized } from './testing/synthesized.ts'

/**
 * Resources with data, or with an address that people use. CloudFormation replaces them, empty, when their logical id
 * changes.
 */
const stateful = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::CloudFormation::Stack',
  'AWS::CloudFront::Distribution',
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]

const domain = {
  domainName: 'papers.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
}

test('nothing that holds data or an address gets another logical id, so an upgrade keeps it', () => {
  const ids = [{}, { stage: 'prod', ...domain }, { stage: 'prod', cdn: 'true', ...domain }].flatMap(options =>
    synthesized(options)
      .all()
      .filter(({ type }) => stateful.includes(type))
      .map(({ stack, id, type }) => `${stack}/${id} ${type}`),
  )
  const known: string[] = JSON.parse(readFileSync(new URL('stateful-ids.json', import.meta.url), 'utf8'))
  expect(Array.from(new Set(ids)).sort()).toEqual(known)
})
