import { LIMITS } from '../http/limits.ts'
import type { HttpRequest } from '../http/message.ts'
import { httpRefusal } from '../http/refuse.ts'

/** The parameters of a GraphQL request. `query` is null when only its hash was sent. */
export interface GraphQLParams {
  query: string | null
  operationName: string | null
  variables: Record<string, unknown> | null
  extensions: Record<string, unknown> | null
}

/** Is no JSON. */
const unreadable = (message: string) => httpRefusal(400, 'BAD_REQUEST', message)
/** The error for JSON that is not a GraphQL request. */
const bad = (message: string) => httpRefusal(422, 'BAD_REQUEST', message)

/** Parses JSON. The error does not quote the text. */
function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(`${what} is not valid JSON.`)
  }
}

function text(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  throw bad(`\`${name}\` must be a string.`)
}

function map(value: unknown, name: string): Record<string, unknown> | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  throw bad(`\`${name}\` must be a JSON object.`)
}

function paramsOf(fields: Record<string, unknown>): GraphQLParams {
  return {
    query: text(fields.query, 'query'),
    operationName: text(fields.operationName, 'operationName'),
    variables: map(fields.variables, 'variables'),
    extensions: map(fields.extensions, 'extensions'),
  }
}

function fromUrl(query: string): GraphQLParams {
  const search = new URLSearchParams(query)
  // An empty parameter counts as not given, because forms and link builders send them.
  const json = (name: string) => {
    const value = search.get(name)
    return value ? parseJson(value, `The URL parameter \`${name}\``) : null
  }
  return paramsOf({
    query: search.get('query') || null,
    operationName: search.get('operationName') || null,
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

/** Whether a `content-type` says JSON in UTF-8. */
function isJson(contentType: string): boolean {
  if (contentType === 'application/json') return true
  const [type, ...attributes] = contentType
    .toLowerCase()
    .split(';')
    .map(part => part.trim())
  const charset = attributes.find(attribute => attribute.startsWith('charset='))
  return type === 'application/json' && (!charset || /^charset="?utf-?8"?$/.test(charset))
}

async function fromBody(request: HttpRequest): Promise<GraphQLParams> {
  // A form or plain text can be posted from any page without a preflight, so neither is ever run.
  if (!isJson(request.headers['content-type'] ?? '')) {
    const message = 'POST takes JSON in UTF-8 only. Send `content-type: application/json`.'
    throw httpRefusal(415, 'BAD_REQUEST', message, { accept: 'application/json' })
  }
  if (request.headers['content-encoding'] && request.headers['content-encoding'] !== 'identity') {
    throw httpRefusal(415, 'BAD_REQUEST', 'Compressed bodies are not read. Send the JSON as it is.')
  }
  const body = parseJson((await request.readBody(LIMITS.bodyBytes)).toString(), 'The body')
  if (Array.isArray(body))
    throw bad('Batches are not supported. Send one operation a request, with several fields.')
  const fields = map(body, 'The body')
  if (fields === null) throw bad('The body must be a JSON object with a `query`.')
  return paramsOf(fields)
}

/** What a GET or POST request asks. Throws a refusal that names what to send. */
export async function readParams(request: HttpRequest): Promise<GraphQLParams> {
  return request.method === 'POST' ? fromBody(request) : fromUrl(request.query)
}
