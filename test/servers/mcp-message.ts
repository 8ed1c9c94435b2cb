const VERSION = '2026-07-28'

const META = {
  'io.modelcontextprotocol/protocolVersion': VERSION,
  'io.modelcontextprotocol/clientCapabilities': {},
}

/** Headers of any message. */
export const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }

/** A request of MCP 2026-07-28 over HTTP. */
export function mcpRequest(method: string, params: Record<string, unknown> = {}) {
  const name = params.name ?? params.uri
  return {
    method: 'POST',
    headers: {
      ...HEADERS,
      'mcp-protocol-version': VERSION,
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': name }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: META } }),
  }
}

export const toolCall = (name: string, given: unknown) => mcpRequest('tools/call', { name, arguments: given })
