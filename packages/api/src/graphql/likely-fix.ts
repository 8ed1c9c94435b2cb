import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

const fieldsOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}

/** The type of a connection's `nodes`. Undefined for other types. */
function nodeOf(type: GraphQLOutputType | null | undefined): GraphQLNamedType | undefined {
  const fields = type ? fieldsOf(getNamedType(type)) : {}
  return fields.edges && fields.nodes ? getNamedType(fields.nodes.type) : undefined
}

/** How a field is selected on a type that has it, or on a union with a member that has it. */
function selected(type: GraphQLNamedType, name: string): string | undefined {
  if (fieldsOf(type)[name]) return name
  const member = isUnionType(type) ? type.getTypes().find(each => fieldsOf(each)[name]) : undefined
  return member && `... on ${member.name} { ${name} }`
}

function fixOf(types: TypeInfo, { name, selectionSet }: FieldNode): string | undefined {
  const parent = types.getParentType()
  if (types.getFieldDef())
    return selectionSet || !nodeOf(types.getType()) ? undefined : `Write \`${name.value} { nodes { … } }\`.`
  if (!parent) return undefined
  const node = nodeOf(parent)
  const [type, wrap] = node
    ? [node, (text: string) => `\`nodes { ${text} }\``]
    : [parent, (text: string) => `\`${text}\``]
  const text = selected(type, name.value)
  return text && `Write ${wrap(text)}.`
}

/** The likely fix for a field one level too high: on a connection instead of its nodes, or on a union. */
export function likelyFixes(schema: GraphQLSchema, document: DocumentNode): Map<ASTNode, string> {
  const found = new Map<ASTNode, string>()
  const types = new TypeInfo(schema)
  const visitor = visitWithTypeInfo(types, {
    Field(node) {
      const fix = fixOf(types, node)
      if (fix) found.set(node, fix)
    },
  })
  visit(document, visitor)
  return found
}
