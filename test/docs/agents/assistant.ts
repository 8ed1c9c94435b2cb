import { type Ask, loadAgents } from '@daily-papers/agents/agents.ts'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { mcpRequest, toolCall } from '../../servers/mcp-message.ts'

/** Tokens of a text, or of data as JSON (o200k). */
export const tokens = (value: unknown): number =>
  encode(typeof value === 'string' ? value : JSON.stringify(value ?? '')).length

interface Result {
  isError?: boolean
  tools: { name: string }[]
  content: { text: string }[]
  structuredContent: unknown
}

/** An assistant in this process, whose tools ask a graph by `ask`. */
export async function startAssistant(ask: Ask, now: () => number) {
  const onError = (error: unknown) => {
    throw error
  }
  const answer = (await loadAgents())({ ask, now, onError })
  const send = async ({ method, headers, body }: ReturnType<typeof mcpRequest>): Promise<Result> => {
    const origin = 'https://papers.example.org'
    const response = await answer({ method, headers, body, origin, path: '/mcp', requestId: '1' })
    return JSON.parse(response.body).result
  }
  return {
    /** All definitions, as an assistant gets them. */
    tools: async () => (await send(mcpRequest('tools/list'))).tools,
    async call(name: string, given: Record<string, unknown>) {
      const { isError, content, structuredContent } = await send(toolCall(name, given))
      return { isError, text: content.map(({ text }) => text).join(''), data: structuredContent }
    },
  }
}
