import { expect, test } from 'vitest'
import { awsRegion, createClient } from './client.ts'

test.each([
  ['https://dynamodb.eu-west-1.amazonaws.com', 'eu-west-1'],
  ['https://dynamodb.cn-north-1.amazonaws.com.cn/', 'cn-north-1'],
  ['http://127.0.0.1:8000', null],
  ['http://dynamodb.eu-west-1.amazonaws.com', null],
  ['https://dynamodb.eu-west-1.amazonaws.com.example.org', null],
])('%s is an endpoint of AWS in %s', (endpoint, region) => {
  expect(awsRegion(endpoint)).toBe(region)
})

test('an endpoint of AWS is asked in its region with the credentials of the environment, any other with made-up ones', async () => {
  const aws = createClient({ endpoint: 'https://dynamodb.eu-west-1.amazonaws.com' }).config
  expect(await aws.region()).toBe('eu-west-1')
  const local = createClient({ endpoint: 'http://127.0.0.1:8000' }).config
  expect([await local.region(), (await local.credentials()).accessKeyId]).toEqual(['local', 'local'])
})
