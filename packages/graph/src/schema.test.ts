import {
  type GraphQLNamedType,
  GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import type { FieldCost } from './cost/field-cost.ts'
import { nodeTypes } from './relay/ids.ts'
import { schema } from './schema.ts'

const ours = Object.values(schema.getTypeMap()).filter(
  type => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
)

/** A type and everything in it that can have a description. */
function elementsOf(type: GraphQLNamedType): [string, string | null | undefined][] {
  const elements: [string, string | null | undefined][] = [[type.name, type.description]]
  if (isEnumType(type)) {
    for (const value of type.getValues()) elements.push([`${type.name}.${value.name}`, value.description])
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      elements.push([`${type.name}.${field.name}`, field.description])
  } else if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      elements.push([`${type.name}.${field.name}`, field.description])
      for (const arg of field.args)
        elements.push([`${type.name}.${field.name}(${arg.name}:)`, arg.description])
    }
  }
  return elements
}

test('every type, field, argument, enum value and input field is described', () => {
  const bare = ours.flatMap(elementsOf).filter(([, description]) => !/^[A-Z`].*\.$/s.test(description ?? ''))
  expect(bare).toEqual([])
})

test('every node type implements Node, and every implementation is a node type', () => {
  const node = schema.getType('Node')
  const types = isInterfaceType(node) ? schema.getPossibleTypes(node).map(type => type.name) : []
  expect(types.toSorted()).toEqual([...nodeTypes].sort())
})

const fields = ours
  .filter(isObjectType)
  .flatMap(type => Object.values(type.getFields()).map(field => ({ type, field })))

test('every connection takes first, after, last and before, the log of changes the first two, and declares its cost', () => {
  const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
  expect(connections.length).toBeGreaterThan(10)
  for (const { field } of connections) {
    expect(field.args.map(arg => arg.name)).toEqual(
      expect.arrayContaining(
        field.name === 'changes' ? ['first', 'after'] : ['first', 'after', 'last', 'before'],
      ),
    )
    expect((field.extensions as { cost?: FieldCost }).cost?.connection).toBe(true)
  }
})

test('every plain list declares its cost', () => {
  const isList = (type: unknown): boolean =>
    isNonNullType(type) ? isListType(type.ofType) : isListType(type)
  const undeclared = fields
    .filter(
      ({ field }) => isList(field.type) && (field.extensions as { cost?: FieldCost }).cost === undefined,
    )
    .map(({ type, field }) => `${type.name}.${field.name}`)
  expect(undeclared).toEqual([])
})

test('the schema is valid, which no start checks again', () => {
  expect(validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }))).toEqual([])
})
