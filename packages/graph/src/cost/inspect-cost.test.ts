import fc from 'fast-check'
import { type GraphQLError, getOperationAST, type OperationDefinitionNode, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../schema.ts'
import { costOf, costShown } from './cost.ts'
import { inspectCost } from './inspect-cost.ts'
import type { Operation } from './operation.ts'
import { rememberingCost } from './varying-cost.ts'

function operationOf(query: string): Operation {
  const document = parse(query)
  return { document, definition: getOperationAST(document) as OperationDefinitionNode, name: undefined }
}
const refusedBy = (query: string): GraphQLError => {
  const found = inspectCost(schema, operationOf(query), {})
  if ('refused' in found) return found.refused
  throw new Error('It is not refused')
}

const query = `query ($ref: String!, $n: Int = 7, $isSkipped: Boolean = false, $refs: [String!]!) {
  paper(ref: $ref) { title authors(first: $n) { nodes { name } } }
  papers(first: $n) @skip(if: $isSkipped) { nodes { id } }
  papersByRef(refs: $refs) { title }
}`
const variables = fc.record(
  {
    ref: fc.constantFrom('2405.00001', '2405.00002', null),
    n: fc.constantFrom(null, 0, 5, 50),
    isSkipped: fc.boolean(),
    refs: fc.array(fc.constantFrom('2405.00001', '2405.00002'), { maxLength: 3 }),
  },
  { requiredKeys: ['ref', 'refs'] },
)

test('whatever was asked before, a query has the cost of its own variables', () => {
  const operation = operationOf(query)
  fc.assert(
    fc.property(variables, given => {
      const cost = costOf(schema, operation.document, null, given)
      // `$ref` is `String!`, so null is invalid and has no cost.
      expect(inspectCost(schema, operation, given)).toEqual({
        extensions: cost ? { cost: costShown(cost) } : {},
      })
    }),
  )
})

test('a query that is not valid has no cost', () => {
  expect(
    inspectCost(schema, operationOf('query ($n: Int!) { papers(first: $n) { totalCount } }'), {}),
  ).toEqual({
    extensions: {},
  })
})

describe('the cost of a query', () => {
  /** How often the cost was computed after each of the calls. */
  function computations(query: string, calls: Record<string, unknown>[], kept?: number): number[] {
    let computed = 0
    const inspect = rememberingCost(() => ({ computed: ++computed }), kept)
    const operation = operationOf(query)
    return calls.map(given => {
      inspect(schema, operation, given)
      return computed
    })
  }
  const one = 'query ($ref: String!, $n: Int) { paper(ref: $ref) { authors(first: $n) { totalCount } } }'

  test('is computed again for variables that can change it, and for no others', () => {
    const [a, b] = [{ ref: '2405.00001' }, { ref: '2405.00002' }]
    expect(computations(one, [a, a, a, b, { ...a, n: null }, b, { ...a, n: 3 }, { ...b, n: 3 }])).toEqual([
      1, 2, 2, 2, 3, 3, 4, 4,
    ])
    const skipping = 'query ($is: Boolean!) { status @skip(if: $is) { paperCount } }'
    expect(computations(skipping, [{ is: true }, { is: true }, { is: false }, { is: true }])).toEqual([
      1, 2, 3, 3,
    ])
  })

  test('is kept for so many variables, and for none that are long', () => {
    const calls = [1, 1, 2, 3, 1, 3].map(n => ({ ref: 'x', n }))
    expect(computations(one, calls, 2)).toEqual([1, 2, 3, 4, 5, 5])
    const refs = { refs: Array(30).fill('2405.00001') }
    const many = 'query ($refs: [String!]!) { papersByRef(refs: $refs) { title } }'
    expect(computations(many, [refs, refs, refs])).toEqual([1, 2, 3])
  })
})

const ADVICE =
  'Ask for smaller pages (`first`) or fewer lists inside lists, or split it into several queries.'

test('a refusal says how much is too much, where most of it is, and what to do', () => {
  const costly = refusedBy(
    '{ papers(first: 100) { nodes { authors(first: 50) { nodes { papers { nodes { id } } } } } } }',
  )
  expect(costly.message).toBe(
    `This query costs 126,105; the limit is 5,000. Most of it is \`papers.nodes.authors.nodes.papers\`. ${ADVICE}`,
  )
  const reading = refusedBy(
    '{ authors(first: 50) { nodes { papers(first: 1, direction: ASC) { nodes { id } } } } }',
  )
  expect(reading.message).toBe(
    `This query needs up to 102 reads; the limit is 50. Most of it is \`authors.nodes.papers\`. ${ADVICE}`,
  )
})

test('a refusal shows 200 characters of the field', () => {
  const alias = 'x'.repeat(250)
  const { message } = refusedBy(
    `{ ${alias}: authors(first: 100) { nodes { papers { nodes { keywords { name } } } } } }`,
  )
  expect(/`(.*…)`/.exec(message)?.[1]).toHaveLength(200)
})
