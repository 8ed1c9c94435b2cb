import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  print,
} from 'graphql'

const PAGING = new Set(['first', 'after', 'last', 'before'])

/** A field's arguments without the paging arguments that every connection has. */
const ownArguments = ({ args, type }: GraphQLField<unknown, unknown>): readonly GraphQLArgument[] =>
  getNamedType(type).name.endsWith('Connection') ? args.filter(({ name }) => !PAGING.has(name)) : args

const cell = (text: string | null | undefined): string =>
  (text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')
const table = (heads: string[], rows: string[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

function argumentText({ name, type, defaultValue }: GraphQLArgument): string {
  const value = astFromValue(defaultValue, type)
  return `${name}: ${type}${value ? ` = ${print(value)}` : ''}`
}

/** A field as the table shows it, for example `papers(filter: PaperFilter, …paging)`. */
function signature(field: GraphQLField<unknown, unknown>): string {
  const own = ownArguments(field)
  const shown = own.map(argumentText)
  const isBothWays = field.args.some(({ name }) => name === 'before')
  if (own.length < field.args.length) shown.push(isBothWays ? '…paging' : '…forward')
  return shown.length > 0 ? `${field.name}(${shown.join(', ')})` : field.name
}

function fieldRow(field: GraphQLField<unknown, unknown>): string[] {
  const args = ownArguments(field).map(arg => ` \`${arg.name}\`: ${arg.description}`)
  return [`\`${signature(field)}\``, `\`${field.type}\``, cell([field.description, ...args].join(''))]
}

/** Fields that every connection and edge has; a type with only these gets no section. */
const standard = new Set(['edges', 'nodes', 'pageInfo', 'totalCount', 'cursor', 'node'])

function needsNoSection(type: GraphQLNamedType): boolean {
  if (type.name === 'Query' || isIntrospectionType(type) || isSpecifiedScalarType(type)) return true
  return isObjectType(type) && Object.keys(type.getFields()).every(name => standard.has(name))
}

function typeSection(type: GraphQLNamedType): string {
  const title = `### ${type.name}\n\n${type.description ?? ''}`
  if (isEnumType(type)) {
    const rows = type.getValues().map(({ name, description }) => [`\`${name}\``, cell(description)])
    return `${title}\n\n${table(['value', 'meaning'], rows)}`
  }
  if (isInputObjectType(type)) {
    const rows = Object.values(type.getFields()).map(field => [
      `\`${field.name}\``,
      `\`${field.type}\``,
      cell(field.description),
    ])
    return `${title}\n\n${table(['field', 'type', 'meaning'], rows)}`
  }
  if (isScalarType(type)) return title
  const fields = 'getFields' in type ? Object.values(type.getFields()) : []
  return `${title}\n\n${table(['field', 'type', 'meaning'], fields.map(fieldRow))}`
}

/** The root fields and the types of a schema, as Markdown. */
export function reference(schema: GraphQLSchema): string {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).sort(byName)
  const types = Object.values(schema.getTypeMap())
    .filter(type => !needsNoSection(type))
    .sort(byName)
  return `## Root fields

\`…paging\` stands for \`first\`, \`after\`, \`last\` and \`before\`. \`…forward\` stands for \`first\` and \`after\`.

${table(['field', 'type', 'meaning'], roots.map(fieldRow))}

## Types

${types.map(typeSection).join('\n\n')}
`
}
