import { fragmentsOf } from '@daily-papers/graph/cost/fragments.ts'
import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import { hasNode } from './has-node.ts'

/** graphql-jit writes code for each spread of a fragment: 2 KB of query can become gigabytes. */
const MOST_SELECTIONS = 2_000

/** graphql-jit keeps the condition of one place with the nodes of a fragment, which other places share. */
const hasConditions = (document: DocumentNode): boolean =>
  hasNode(document, ({ kind }) => kind === Kind.DIRECTIVE)

/** Number of selections of an operation. A fragment counts each time it is spread. */
function selectionsOf(document: DocumentNode, { selectionSet }: OperationDefinitionNode): number {
  const fragments = fragmentsOf(document)
  const known = new Map<string, number>()
  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name)
    const size = known.get(name) ?? (fragment ? ofSet(fragment.selectionSet) : 0)
    known.set(name, size)
    return size
  }
  const ofSet = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + ofFragment(selection.name.value)
      return sum + 1 + (selection.selectionSet ? ofSet(selection.selectionSet) : 0)
    }, 0)
  return ofSet(selectionSet)
}

/** Whether graphql-jit runs a valid operation exactly as graphql-js does, and safely. */
export const isCompilable = (document: DocumentNode, definition: OperationDefinitionNode): boolean =>
  !hasConditions(document) && selectionsOf(document, definition) <= MOST_SELECTIONS
