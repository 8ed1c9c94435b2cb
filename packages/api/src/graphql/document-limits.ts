import { fragmentsOf } from '@daily-papers/graph/cost/fragments.ts'
import { refusal } from '@daily-papers/graph/errors.ts'
import { type DocumentNode, type GraphQLError, Kind, type SelectionSetNode, visit } from 'graphql'
import { LIMITS } from '../http/limits.ts'

const isIntrospection = (name: string) => name === '__schema' || name === '__type'

/** The greatest depth of fields, through fragments, without introspection, which graphql-js limits itself. */
function depthOf(document: DocumentNode): number {
  const fragments = fragmentsOf(document)
  // Each fragment is measured once. Validation refuses a fragment that spreads itself.
  const measured = new Map<string, number>()
  const ofFragment = (name: string): number => {
    const known = measured.get(name)
    if (known !== undefined) return known
    measured.set(name, 0)
    const depth = ofSelections(fragments.get(name)?.selectionSet)
    measured.set(name, depth)
    return depth
  }
  const ofSelections = (set: SelectionSetNode | undefined): number => {
    let deepest = 0
    for (const selection of set?.selections ?? []) {
      let depth = 0
      if (selection.kind === Kind.FRAGMENT_SPREAD) depth = ofFragment(selection.name.value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) depth = ofSelections(selection.selectionSet)
      else if (!isIntrospection(selection.name.value)) depth = 1 + ofSelections(selection.selectionSet)
      deepest = Math.max(deepest, depth)
    }
    return deepest
  }
  let deepest = 0
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      deepest = Math.max(deepest, ofSelections(definition.selectionSet))
    }
  }
  return deepest
}

/**
 * Errors of a parsed document that is deeper, or has more of anything, than LIMITS allow; none when it may go on to
 * validation, whose cost grows with the square of some of them.
 */
export function documentLimitErrors(document: DocumentNode): GraphQLError[] {
  let aliases = 0
  let aliasLength = 0
  let directives = 0
  let introspections = 0
  let repeats = 0
  let hasPrototype = false
  visit(document, {
    SelectionSet({ selections }) {
      const times = new Map<string, number>()
      for (const each of selections) {
        if (each.kind !== Kind.FIELD) continue
        const key = (each.alias ?? each.name).value
        times.set(key, (times.get(key) ?? 0) + 1)
      }
      repeats = Math.max(repeats, ...times.values())
    },
    Field(node) {
      if (node.alias) aliases++
      aliasLength = Math.max(aliasLength, node.alias?.value.length ?? 0)
      if (isIntrospection(node.name.value)) introspections++
    },
    Directive() {
      directives++
    },
    Name({ value }) {
      hasPrototype ||= value === '__proto__'
    },
  })
  const measures: [number, number, string, string][] = [
    [document.tokenCount ?? 0, LIMITS.tokens, 'tokens', 'Split it into several queries.'],
    [depthOf(document), LIMITS.depth, 'levels of fields', 'Ask for the inner part in a query of its own.'],
    [
      aliases,
      LIMITS.aliases,
      'aliases',
      'Ask for many things at once by a list field, such as `papersByRef` or `nodes`.',
    ],
    [aliasLength, LIMITS.aliasLength, 'characters in an alias', 'Shorten it.'],
    [repeats, LIMITS.repeats, 'times the same field in one selection set', 'Select it once.'],
    [directives, LIMITS.directives, 'directives', 'Use fewer, or split the query.'],
    [
      introspections,
      LIMITS.introspections,
      'introspection fields',
      'Split the query, or read /schema.graphql.',
    ],
  ]
  const tooMuch = measures
    .filter(([found, most]) => found > most)
    .map(([found, most, what, fix]) =>
      refusal('REQUEST_TOO_LARGE', `The query has ${found} ${what}; the limit is ${most}. ${fix}`),
    )
  // To objects of JavaScript it is no name like others.
  return hasPrototype
    ? [...tooMuch, refusal('BAD_USER_INPUT', '`__proto__` names nothing here. Choose another name.')]
    : tooMuch
}
