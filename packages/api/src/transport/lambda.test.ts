import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, test } from 'vitest'
import { LIMITS } from '../http/limits.ts'
import { anEvent } from '../testing/event.ts'
import { anApi } from '../testing/request.ts'
import { toRequest, toResult } from './lambda.ts'

const handle = async (event: APIGatewayProxyEventV2) => toResult(await anApi().api.handle(toRequest(event)))

test('a GET event is answered under the id of the gateway', async () => {
  const result = await handle(anEvent('GET', { rawQueryString: `query=${encodeURIComponent('{ hello }')}` }))
  expect(result).toMatchObject({
    statusCode: 200,
    body: '{"data":{"hello":"world"}}',
    isBase64Encoded: false,
  })
  expect(result.headers?.['x-request-id']).toBe('gateway-1')
})

test('a body is read as text and as base64', async () => {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ query: '{ hello } # 🏃' })
  for (const event of [
    anEvent('POST', { headers, body }),
    anEvent('POST', { headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
  ]) {
    expect(await handle(event)).toMatchObject({ statusCode: 200, body: '{"data":{"hello":"world"}}' })
  }
})

test('a body that is too large is refused', async () => {
  const headers = { 'content-type': 'application/json' }
  expect(await handle(anEvent('POST', { headers, body: 'x'.repeat(200_000) }))).toMatchObject({
    statusCode: 413,
  })
})

test('bytes go out as base64', async () => {
  const result = await handle(anEvent('GET', { rawPath: '/graphiql/start.js' }))
  expect(result).toMatchObject({ statusCode: 200, isBase64Encoded: true })
  expect(Buffer.from(result.body ?? '', 'base64').subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
})

test('an answer without a body has an empty one', async () => {
  expect(await handle(anEvent('OPTIONS'))).toMatchObject({ statusCode: 204, body: '' })
})

test('the bytes of text go out as text', () => {
  expect(
    toResult({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{"data":"é"}'),
    }),
  ).toMatchObject({
    body: '{"data":"é"}',
    isBase64Encoded: false,
  })
})

test.each(['"', 'x', 'é', '\n'])('the largest answer fits into 6 MB when it is made of %j', character => {
  const body = character.repeat(LIMITS.answerBytes / Buffer.byteLength(character))
  const result = toResult({ status: 200, headers: { 'content-type': 'application/json' }, body })
  expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThan(6_000_000)
})
