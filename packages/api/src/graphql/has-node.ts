import { type ASTNode, BREAK, type DocumentNode, visit } from 'graphql'

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
