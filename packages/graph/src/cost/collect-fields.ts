import {
  type DocumentNode,
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from './fragments.ts'

/** The fields selected on an object, merged by response key as in execution. */
export type CollectFields = (
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
) => Map<string, FieldNode[]>

/**
 * Collects fields as execution does: each fragment once a selection, with `@skip` and `@include`. `onSelection` runs for
 * each selection visited.
 */
export function fieldCollector(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  onSelection: () => void,
): CollectFields {
  const fragments = fragmentsOf(document)

  const isSkipped = (node: SelectionNode): boolean =>
    node.directives?.length
      ? getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
        getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
      : false

  function applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    const on = condition === undefined ? type : schema.getType(condition)
    return on === type || (isAbstractType(on) && schema.isSubType(on, type))
  }

  return (type, sets) => {
    const fields = new Map<string, FieldNode[]>()
    const spread = new Set<string>()
    const visit = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        onSelection()
        if (isSkipped(selection)) continue
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value
          const known = fields.get(key)
          if (known) known.push(selection)
          else fields.set(key, [selection])
          continue
        }
        let fragment:
          | { typeCondition?: { name: { value: string } } | undefined; selectionSet: SelectionSetNode }
          | undefined = selection.kind === Kind.INLINE_FRAGMENT ? selection : undefined
        if (selection.kind === Kind.FRAGMENT_SPREAD && !spread.has(selection.name.value)) {
          spread.add(selection.name.value)
          fragment = fragments.get(selection.name.value)
        }
        if (fragment && applies(type, fragment.typeCondition?.name.value)) visit(fragment.selectionSet)
      }
    }
    for (const set of sets) visit(set)
    return fields
  }
}
