import { serverAudits } from 'graphql-http'
import { afterAll, describe, expect, test } from 'vitest'
import { startTransports } from './transports.ts'

/** Audits that predate the release of September 2026 and contradict it, each with the clause that does. */
const contradicted: Readonly<Record<string, string>> = {
  '572B': 'a document that cannot be parsed is 400 for every media type',
  FDE2: 'a document that is not valid is 422 for every media type',
  '7B9B': 'variables that cannot be coerced are 422 for every media type',
  '86EE': 'variables that cannot be coerced are 422',
  '47DE': `an Accept of anything gets "application/graphql-response+json"`,
  '80D8': `a request without Accept gets "application/graphql-response+json"`,
  ...Object.fromEntries(
    [
      ...['3E3A', '423L', 'LKJ0', 'LKJ1', 'LKJ2', 'LKJ3', '6C00', '6C01', '6C02', '6C03'],
      ...['4760', '4761', '4762', '4763', '58B0', '58B1', '58B2', '58B3'],
    ].map(id => [id, 'JSON that is not a GraphQL request is 422']),
  ),
}

const { transports, close } = await startTransports()
afterAll(close)

test('there are 61 audits', () => {
  expect(serverAudits({ url: 'http://localhost' })).toHaveLength(61)
})

for (const { name: transport, origin, send } of transports) {
  describe(transport, () => {
    for (const { id, name, fn } of serverAudits({ url: `${origin}/graphql`, fetchFn: send })) {
      const clause = contradicted[id]
      test(clause ? `${id} fails: ${clause}` : `${id} ${name}`, async () => {
        const { status } = await fn()
        if (clause) expect(status).not.toBe('ok')
        else expect(status).toBe('ok')
      })
    }
  })
}
