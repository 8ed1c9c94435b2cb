import { authorKey } from '@daily-papers/papers/names.ts'
import type { Authorship } from '@daily-papers/papers/paper.ts'
import { badInput, quoted } from '../errors.ts'

export const nodeTypes = ['Paper', 'Day', 'Author', 'HubUser', 'Organization', 'Keyword'] as const
export type NodeType = (typeof nodeTypes)[number]

/** A global id decoded: the type of a node and its key. */
export interface GlobalId {
  type: NodeType
  key: string
}

const LONGEST_ID = 1_000

/** The global id of a node: base64url of `Type:key`. It never changes, and clients treat it as opaque. */
export const encodeId = (type: NodeType, key: string): string =>
  Buffer.from(`${type}:${key}`).toString('base64url')

const printedAuthorIds = new WeakMap<Pick<Authorship, 'name'>, string>()

/**
 * The global id of an author on a paper, cached with the paper's document. Folding and encoding the names each time
 * took two fifths of a page's CPU.
 */
export function printedAuthorId(author: Pick<Authorship, 'name'>): string {
  const known = printedAuthorIds.get(author)
  if (known !== undefined) return known
  const id = encodeId('Author', authorKey(author.name))
  printedAuthorIds.set(author, id)
  return id
}

/**
 * Decodes a global id strictly: accepts only what `encodeId` returns.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function decodeId(id: string): GlobalId {
  const text = id.length > LONGEST_ID ? '' : Buffer.from(id, 'base64url').toString()
  const colon = text.indexOf(':')
  const type = nodeTypes.find(name => name === text.slice(0, colon))
  const key = text.slice(colon + 1)
  if (!type || key === '' || encodeId(type, key) !== id) {
    throw badInput(`${quoted(id)} is not an id of this API. Pass the \`id\` of a node, unchanged.`)
  }
  return { type, key }
}
