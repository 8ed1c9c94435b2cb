import { App } from 'aws-cdk-lib/core'
import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { readStage } from './stage.ts'

const given = (context: Record<string, string>) => new App({ context }).node

test('without options there is a dev stage that throws its data away, and nothing that costs when idle', () => {
  expect(readStage(given({}))).toMatchObject({ name: 'dev', keepsData: false })
  expect(readOptions(given({}))).toEqual({
    alarmEmail: null,
    apiConcurrency: null,
    cdn: false,
    digestFrom: null,
    digestTable: null,
    domain: null,
    hubTokenParameter: null,
    hubUrl: 'https://huggingface.co',
    monthlyBudget: null,
    partialStatus: null,
    regionalCertificateArn: null,
    repository: null,
    restoredTable: null,
    urgent: false,
    webAclArn: null,
  })
})

test('prod keeps its data', () => {
  expect(readStage(given({ stage: 'prod' }))).toMatchObject({ name: 'prod', keepsData: true })
})

test.each(['production', 'Dev', 'toString'])(
  'there is no stage "%s", and the error says which there are',
  stage => {
    expect(() => readStage(given({ stage }))).toThrow(
      `there is no stage "${stage}": use -c stage=dev or prod`,
    )
  },
)

test.each([
  ['alarmEmail', 'nobody', '-c alarmEmail must be an e-mail address, not "nobody"'],
  ['apiConcurrency', '0', '-c apiConcurrency must be a whole number from 1 to 1000, not "0"'],
  ['apiConcurrency', '1001', 'must be a whole number from 1 to 1000'],
  ['apiConcurrency', '2.5', 'must be a whole number from 1 to 1000'],
  ['cdn', 'yes', '-c cdn must be true or false, not "yes"'],
  [
    'digestFrom',
    'example.org',
    '-c digestFrom must be an e-mail address in lower case, of a domain that you own',
  ],
  ['digestTable', 'a b', '-c digestTable must be the name of a DynamoDB table'],
  ['monthlyBudget', '20.5', '-c monthlyBudget must be whole dollars, such as 20, not "20.5"'],
  ['partialStatus', '207', '-c partialStatus must be 200 or 294, not "207"'],
  ['webAclArn', 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/1', 'needs -c cdn=true as well'],
  ['webAclArn', 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/a/1', 'in us-east-1'],
  ['regionalCertificateArn', 'arn:aws:acm:eu-west-1:1:certificate/1', 'needs -c cdn=true as well'],
  ['hubTokenParameter', 'token', 'must be the name of an SSM parameter, beginning with a slash'],
  ['hubUrl', 'http://127.0.0.1:8080/', 'must be a URL without a slash at its end'],
  ['repository', 'https://github.com/a/b', 'must be owner/name of a GitHub repository'],
  ['domainName', 'papers', 'must be a host name like papers.example.org'],
  ['domainName', 'papers.example.org', 'needs -c certificateArn=… as well'],
  ['certificateArn', 'arn:aws:acm:eu-west-1:1:certificate/1', 'needs -c domainName=… as well'],
])('-c %s=%s is refused with what it must be', (name, value, message) => {
  expect(() => readOptions(given({ [name]: value }))).toThrow(message)
})

test('CloudFront takes a certificate of us-east-1 alone, the HTTP API one of its own region', () => {
  const domain = {
    domainName: 'papers.example.org',
    certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1',
  }
  expect(readOptions(given(domain)).domain).not.toBeNull()
  expect(() => readOptions(given({ ...domain, cdn: 'true' }))).toThrow('certificate in us-east-1')
})

test('an option that there is not is refused with those that there are', () => {
  expect(() => readOptions(given({ alarmEmial: 'on-call@example.org' }))).toThrow(
    'there is no option alarmEmial: use -c with stage, alarmEmail, apiConcurrency, ',
  )
})

test('an empty option counts as not given, as workflows pass unset variables', () => {
  expect(readOptions(given({ alarmEmail: '', cdn: '' }))).toMatchObject({ alarmEmail: null, cdn: false })
})

test("what CDK's own commands keep in the context is none of our options", () => {
  const kept = {
    'cli-telemetry': 'false',
    'acknowledged-issue-numbers': '34892',
    'hosted-zone:account=1': 'Z1',
  }
  expect(readOptions(given(kept))).toEqual(readOptions(given({})))
})
