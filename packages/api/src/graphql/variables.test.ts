import { schema } from '@daily-papers/graph/schema.ts'
import { type GraphQLError, getOperationAST, getVariableValues, parse } from 'graphql'
import { expect, test } from 'vitest'
import { checkingVariables } from './variables.ts'

const VALUES = [
  undefined,
  null,
  0,
  1.5,
  2 ** 31,
  '',
  '1',
  '2026-05-29',
  'UPVOTES',
  true,
  {},
  { hasCode: 1 },
  [],
  ['1'],
]
const TYPES = ['Int', 'Int!', 'Float', 'String!', 'Boolean', 'ID!', 'Date', 'Date!', 'Metric', 'PaperFilter']

const errorsOf = (errors: readonly GraphQLError[] | undefined) => errors?.map(({ message }) => message)

test.each(TYPES)('the errors of a variable of type %s are those of graphql-js', type => {
  for (const others of ['', ', $other: Int', ', $other: [Int!]']) {
    const query = parse(`query ($given: ${type}${others}) { __typename }`)
    const definitions = getOperationAST(query)?.variableDefinitions ?? []
    const check = checkingVariables(schema, definitions)
    for (const given of VALUES)
      for (const other of [undefined, 1, 'a']) {
        const { errors } = getVariableValues(schema, definitions, { given, other }, { maxErrors: 50 })
        expect(errorsOf(check({ given, other }))).toEqual(errorsOf(errors))
      }
  }
})
