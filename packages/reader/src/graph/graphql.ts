import type { initGraphQLTada } from 'gql.tada'
import type { introspection } from './introspection.d.ts'

interface Setup {
  introspection: introspection
  disableMasking: true
  scalars: { Date: string; DateTime: string; URL: string }
}

const parts = new WeakMap<object, ReadonlySet<string>>()

const partsOf = (document: object): ReadonlySet<string> => parts.get(document) ?? new Set()

/** A document as text, with each of its fragments once. */
export const textOf = (document: object): string => [...partsOf(document)].join('\n')

const queries: object[] = []

/** All documents, in the order of their modules. */
export const allDocuments = (): string[] => queries.map(textOf)

/** Types a document from the schema. At run time it is only text: nothing here parses GraphQL. */
export const graphql = ((text: string, fragments: readonly object[] = []) => {
  const document = {}
  const lines = text.split('\n').filter(line => line.trim())
  const indent = Math.min(...lines.map(line => line.search(/\S/)))
  const own = lines.map(line => line.slice(indent)).join('\n')
  parts.set(document, new Set([own, ...fragments.flatMap(fragment => [...partsOf(fragment)])]))
  if (own.startsWith('query')) queries.push(document)
  return document
}) as unknown as ReturnType<typeof initGraphQLTada<Setup>>
