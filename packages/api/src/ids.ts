import { badInput, quoted } from './errors.ts'

export const nodeTypes = ['Paper', 'Day', 'Author', 'HubUser', 'Organization', 'Keyword'] as const
export type NodeType = (typeof nodeTypes)[number]

/** What a global id stands for: a type of node and the key within it. */
export interface GlobalId {
  type: NodeType
  key: string
}

const LONGEST_ID = 1_000

/** The global id of a node: base64url of `Type:key`. Stable for ever, and opaque to callers. */
export const encodeId = (type: NodeType, key: string): string =>
  Buffer.from(`${type}:${key}`).toString('base64url')

/**
 * Reads a global id back, strictly: only what `encodeId` makes is taken.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function decodeId(id: string): GlobalId {
  const text = id.length > LONGEST_ID ? '' : Buffer.from(id, 'base64url').toString()
  const colon = text.indexOf(':')
  const type = nodeTypes.find(name => name === text.slice(0, colon))
  const key = text.slice(colon + 1)
  if (!type || key === '' || encodeId(type, key) !== id) {
    throw badInput(`${quoted(id)} is no id of this API. Pass an \`id\` as a node gave it, unchanged.`)
  }
  return { type, key }
}
