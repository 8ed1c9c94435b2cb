import { type ASTNode, BREAK, type DocumentNode, type FragmentDefinitionNode, Kind, visit } from 'graphql'

/** The fragments of a document, by name. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter(each => each.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map(fragment => [fragment.name.value, fragment]))
}

/** Whether it holds of any node of a document. */
export function hasNode(document: DocumentNode, holds: (node: ASTNode) => boolean): boolean {
  let found = false
  visit(document, {
    enter(node) {
      found = holds(node)
      return found ? BREAK : undefined
    },
  })
  return found
}
