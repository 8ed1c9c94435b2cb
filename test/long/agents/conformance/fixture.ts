import type {
  CallToolResult,
  InputRequiredResult,
  McpServer,
  ServerContext,
} from '@modelcontextprotocol/server'

type Result = CallToolResult | InputRequiredResult

/** A tool without arguments. */
export function registerFixture(
  server: McpServer,
  name: string,
  run: (ctx: ServerContext) => Result | Promise<Result>,
): void {
  server.registerTool(name, { description: `Fixture ${name}` }, run)
}

export const said = (text: string): CallToolResult => ({ content: [{ type: 'text', text }] })
