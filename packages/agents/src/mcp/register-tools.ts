import type { CallToolResult, McpServer } from '@modelcontextprotocol/server'
import type { AgentsContext, Caller } from '../answering.ts'
import { Advice } from '../arguments/advice.ts'
import { runTool } from '../tools/run.ts'
import { tools } from '../tools/tools.ts'
import { compactSchema } from './compact-schema.ts'

/** Tools are read-only, and idempotent until the feed is read again. */
const READS = { readOnlyHint: true, openWorldHint: false } as const

const refused = (message: string): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: message }],
})

/** Internal errors go only to the log, because their messages may reveal internals. */
export const failure = ({ requestId }: Caller): string =>
  `Something went wrong on our side. Try again, and report it with request id ${requestId} if it stays.`

const registered = tools.map(tool => {
  const { name, title, description, input, output } = tool
  const schemas = { inputSchema: compactSchema(input), outputSchema: compactSchema(output) }
  return { tool, name, config: { title, description, ...schemas, annotations: READS } }
})

export function registerTools(server: McpServer, context: AgentsContext, caller: Caller): void {
  for (const { tool, name, config } of registered) {
    server.registerTool(name, config, async (given): Promise<CallToolResult> => {
      try {
        const { markdown, structured } = await runTool(tool, given, context, caller)
        return { content: [{ type: 'text', text: markdown }], structuredContent: structured }
      } catch (error) {
        if (error instanceof Advice) return refused(error.message)
        context.onError(error, caller.requestId)
        return refused(failure(caller))
      }
    })
  }
}
