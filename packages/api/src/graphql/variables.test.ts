import { schema } from '@daily-papers/graph/schema.ts'
import { getOperationAST, getVariableValues, parse } from 'graphql'
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

test.each(TYPES)('the errors of a variable of type %s are those of graphql-js', type => {
  const query = parse(`query ($given: ${type}, $other: [String!]) { __typename }`)
  const definitions = getOperationAST(query)?.variableDefinitions
  const check = checkingVariables(schema, definitions)
  for (const given of VALUES)
    for (const variables of [{ given }, { given, other: ['a'] }, { given, other: [1] }]) {
      const { errors } = getVariableValues(schema, definitions ?? [], variables, { maxErrors: 50 })
      expect(check(variables)?.map(error => error.message)).toEqual(errors?.map(error => error.message))
    }
})
